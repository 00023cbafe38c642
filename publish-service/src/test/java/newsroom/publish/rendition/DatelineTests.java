package newsroom.publish.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT ARDANE, Nov. 22 (Northwire) — | The yard will build six ferries.
          Port Ardane                        | Port Ardane is to have six ferries.
          Port Ardane                        | Port Ardane. The yard - its last - will build ferries.
          HALDEN                             | Haldenburg — not Halden — has the yard.
          """)
  void aDatelineStandsBeforeATextThatHasNone(String dateline, String paragraph) {
    assertThat(Dateline.before(dateline, paragraph)).isNotNull().doesNotEndWith("—");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT ARDANE, Calvera, Nov. 22 (Northwire) | PORT ARDANE — The yard will build six ferries.
          Port Ardane                               | PORT ARDANE, Calvera (Northwire) -- The yard builds.
          PORT ARDANE (Northwire) -                 | PORT ARDANE (Northwire) - The yard builds.
          """)
  void aTextThatBringsItsOwnHasNoSecond(String dateline, String paragraph) {
    assertThat(Dateline.before(dateline, paragraph)).isNull();
  }

  @Test
  void whereNoneWasFiledNoneStands() {
    assertThat(Dateline.before(null, "The yard will build six ferries.")).isNull();
    assertThat(Dateline.before("  ", "The yard will build six ferries.")).isNull();
  }
}
