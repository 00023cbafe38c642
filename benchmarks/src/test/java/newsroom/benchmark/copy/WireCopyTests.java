package newsroom.benchmark.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireCopyTests {

  @Test
  void aWireCarriesItsMarkAndIsAsLargeAsTheNewsIs() {
    // When
    var wire = new WireCopy("run-1").wire(42, 123_456_789_012L);

    // Then
    assertThat(Mark.in(new String(wire, UTF_8))).contains(new Mark(42, 123_456_789_012L));
    assertThat(wire.length).isBetween(2_500, 6_000);
    assertThat(new String(wire, UTF_8)).contains("tag:bench.example,2026:run-1:42");
  }

  @Test
  void aMarkIsFoundInTheAddressThatAHeadlineBecame() {
    assertThat(Mark.in("bench-42-at-123456789012-the-harbour-authority-1a2b3c4d"))
        .contains(new Mark(42, 123_456_789_012L));
  }

  @Test
  void otherTextsHaveNoMark() {
    assertThat(Mark.in("the bench at the harbour")).isEmpty();
    assertThat(Mark.in("index.html")).isEmpty();
  }
}
