package newsroom.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.Look;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/// The rooms that answer over HTTP, on a real port, in front of any desk.
public final class HttpRooms {

  private HttpRooms() {}

  /// No component of its own, so that the service's own scan does not meet it.
  @EnableAutoConfiguration
  @ComponentScan({
    "newsroom.ingest.channel.http",
    "newsroom.ingest.door",
    "newsroom.ingest.picture",
    "newsroom.ingest.spike"
  })
  @ConfigurationPropertiesScan({
    "newsroom.ingest.channel.http",
    "newsroom.ingest.door",
    "newsroom.ingest.picture",
    "newsroom.ingest.spike"
  })
  static class Rooms {}

  public static ConfigurableApplicationContext start(Desk desk, String... arguments) {
    // Kafka's health is a room that is not here
    var ours =
        Stream.of(
            "--server.port=0", "--management.endpoint.health.validate-group-membership=false");
    var all = Stream.concat(ours, Stream.of(arguments)).toArray(String[]::new);
    return new SpringApplicationBuilder(Rooms.class)
        .properties("spring.config.name=ingest-service")
        .initializers(
            context -> {
              var beans = (GenericApplicationContext) context;
              beans.registerBean(Desk.class, () -> desk);
              Look look = wire -> List.of(Map.of("headline", wire.sha256()));
              beans.registerBean(Look.class, () -> look);
              beans.registerBean(Clock.class, Clock::systemUTC);
            })
        .run(all);
  }

  public static Http http(ConfigurableApplicationContext rooms) {
    return new Http(String.valueOf(rooms.getEnvironment().getProperty("local.server.port")));
  }
}
