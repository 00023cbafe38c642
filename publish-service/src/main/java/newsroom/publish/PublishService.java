package newsroom.publish;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts publish.
@SpringBootApplication
@EnableScheduling
public class PublishService {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  public static void main(String[] arguments) {
    start(arguments);
  }

  /// Starts the service with its settings of `publish-service.yml`, overruled by arguments as
  /// `--server.port=0`. Three services share one class path in the local newsroom, so none may
  /// claim `application.yml`.
  public static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(PublishService.class)
        .properties("spring.config.name=publish-service")
        .run(arguments);
  }
}
