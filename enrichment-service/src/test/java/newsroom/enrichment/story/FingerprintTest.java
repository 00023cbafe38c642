package newsroom.enrichment.story;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.VALLEY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void aTextWithAWordChangedIsACopy() {
    assertThat(isCopy(DAM, DAM.replace("Tuesday", "Monday").toUpperCase(java.util.Locale.ROOT)))
        .isTrue();
  }

  @Test
  void twoReportsOfOneEventAreNotCopies() {
    assertThat(isCopy(DAM, VALLEY)).isFalse();
  }

  @Test
  void emptyTextHasAMark() {
    assertThat(isCopy(DAM, "")).isFalse();
  }

  private static boolean isCopy(String one, String other) {
    return Fingerprint.isCopy(Fingerprint.of(one), Fingerprint.of(other));
  }
}
