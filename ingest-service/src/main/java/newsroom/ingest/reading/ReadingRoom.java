package newsroom.ingest.reading;

import java.time.Clock;
import java.util.stream.Stream;
import newsroom.ingest.draft.Proofs;
import newsroom.ingest.wire.Look;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// The rooms that read, with the service's own settings and nothing else of it: no Kafka, no HTTP,
/// no channel, no spike. The formats and the agencies' profiles are found as the service finds
/// them, so that none can be forgotten here.
public final class ReadingRoom implements AutoCloseable {

  private final ConfigurableApplicationContext rooms;

  private ReadingRoom(ConfigurableApplicationContext rooms) {
    this.rooms = rooms;
  }

  /// No component of its own, so that the service's own scan does not meet it.
  @ComponentScan({
    "newsroom.ingest.format",
    "newsroom.ingest.agency",
    "newsroom.ingest.language",
    "newsroom.ingest.reading"
  })
  @ConfigurationPropertiesScan({
    "newsroom.ingest.format",
    "newsroom.ingest.agency",
    "newsroom.ingest.draft"
  })
  @Import(Proofs.class)
  static class Rooms {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  /// Opens it.
  ///
  /// @param arguments settings, as `--newsroom.ingest.draft.language=de`
  public static ReadingRoom open(String... arguments) {
    var lazy = Stream.of("--spring.main.lazy-initialization=true");
    return new ReadingRoom(
        new SpringApplicationBuilder(Rooms.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties("spring.config.name=ingest-service")
            .run(Stream.concat(lazy, Stream.of(arguments)).toArray(String[]::new)));
  }

  /// Reads wires to copy.
  public Reader reader() {
    return rooms.getBean(Reader.class);
  }

  /// Says what the desk would make of a wire.
  public Look look() {
    return rooms.getBean(Look.class);
  }

  /// Makes the events of copy.
  public Proofs proofs() {
    return rooms.getBean(Proofs.class);
  }

  @Override
  public void close() {
    rooms.close();
  }
}
