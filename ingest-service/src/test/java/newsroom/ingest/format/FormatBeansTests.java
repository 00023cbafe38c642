package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import newsroom.ingest.agency.Agencies;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class FormatBeansTests {

  @Configuration
  @ComponentScan
  static class Room {}

  @Test
  void theServiceHasEveryFormatAndItsLimits() {
    new ApplicationContextRunner()
        .withUserConfiguration(Room.class)
        .withBean(Agencies.class, Agencies::new)
        .withPropertyValues("newsroom.ingest.format.max-size=1MB")
        .run(
            room -> {
              assertThat(room.getBeansOfType(Format.class).values())
                  .extracting(Format::name)
                  .containsExactlyInAnyOrderElementsOf(AllFormats.names().toList());
              assertThat(room.getBean(FormatLimits.class).maxSize().toMegabytes()).isEqualTo(1);
              assertThat(room.getBean(FormatLimits.class).maxDepth()).isEqualTo(200);
              assertThat(room.getBean(Formats.class).read(AllFormats.wire("<rss/>"))).isEmpty();
            });
  }
}
