package newsroom.publish.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTests {

  private static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | 2026-11-20T08:17:00Z
          ' 0 '                         | 2026-11-20T08:15:00Z
          Fri, 20 Nov 2026 09:00:00 GMT | 2026-11-20T09:00:00Z
          99999999999999999999          |
          -5                            |
          soon                          |
          ''                            |
                                        |
          """)
  void itIsReadAsSecondsAndAsADate(@Nullable String header, @Nullable Instant moment) {
    assertThat(RetryAfter.moment(header, NOW)).isEqualTo(moment);
  }
}
