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
  void ofAShortTextNobodyCanSay() {
    assertThat(isCopy(DAM, "")).isFalse();
    assertThat(isCopy("", "")).isFalse();
    assertThat(isCopy("Bank raises rates", "Bank chair resigns")).isFalse();
    assertThat(isCopy("Bank raises rates", "Bank raises rates")).isFalse();
    assertThat(isCopy("水坝出现裂缝。", "市长辞职。")).isFalse();
  }

  @Test
  void aBriefHasAMark() {
    var brief =
        "The bank raised its rates by a quarter of a point on Monday, as its chair had said before.";
    assertThat(isCopy(brief, brief)).isTrue();
  }

  private static boolean isCopy(String one, String other) {
    return Fingerprint.isCopy(Fingerprint.of(one), Fingerprint.of(other));
  }
}
