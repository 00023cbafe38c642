package newsroom.ingest;

import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// Starts ingest.
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestService {

  public static void main(String[] arguments) {
    start(arguments);
  }

  /// Starts the service with its settings of `ingest-service.yml`, overruled by arguments as
  /// `--server.port=0`. Three services share one class path in the local newsroom, so none may
  /// claim `application.yml`.
  public static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(IngestService.class)
        .properties("spring.config.name=ingest-service")
        .run(arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// An agency's name comes in from outside: whoever makes names up must not fill the memory.
  @Bean
  MeterFilter limitedAgencies() {
    return MeterFilter.maximumAllowableTags("newsroom.wires", "agency", 500, MeterFilter.deny());
  }
}
