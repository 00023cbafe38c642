package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireDateTests {

  @ParameterizedTest
  @CsvSource({
    "20261121T093000+0100, 2026-11-21T08:30:00Z",
    "20261121T093000Z, 2026-11-21T09:30:00Z",
    "20261121T093000, 2026-11-21T09:30:00Z",
    "20261121, 2026-11-21T00:00:00Z",
    "2026-11-21T09:30:00.1234567-05:00, 2026-11-21T14:30:00.123456700Z",
    "2026-11-21T09:30:00+0000, 2026-11-21T09:30:00Z",
    "2026-11-21 09:30, 2026-11-21T09:30:00Z",
    "2026-11-21T24:00:00Z, 2026-11-22T00:00:00Z",
    "0001-01-01T00:00:00+01:00,",
    "9999-12-31T23:59:59-05:00,",
    "2026-11-31T09:30:00Z,",
    "2026-11-21T25:30:00Z,",
    "YYYYMMDD000000-HHMM,",
    "'',"
  })
  void readsIsoDates(String written, Instant instant) {
    assertThat(WireDate.parse(written)).isEqualTo(instant);
  }
}
