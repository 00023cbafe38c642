package newsroom.enrichment;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts enrichment.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EnrichmentService {

  public static void main(String[] arguments) {
    start(arguments);
  }

  /// Starts the service with its settings of `enrichment-service.yml`, overruled by arguments as
  /// `--server.port=0`. Three services share one class path in the local newsroom, so none may
  /// claim `application.yml`.
  public static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(EnrichmentService.class)
        .properties("spring.config.name=enrichment-service")
        .run(arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
