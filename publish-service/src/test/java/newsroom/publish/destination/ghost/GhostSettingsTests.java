package newsroom.publish.destination.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GhostSettingsTests {

  private static final String SECRET = "0f".repeat(32);
  private static final String KEY = "6b037f8c447848641290e06a:" + SECRET;

  @Test
  void theAddressOfTheAdministrationIsThatOfTheSite() {
    // When
    var read = GhostSettings.from(Map.of("url", "https://a.test/blog/ghost/", "key", KEY));

    // Then
    assertThat(read.login().root()).hasToString("https://a.test/blog/");
    assertThat(read.deletesKilled()).isTrue();
    assertThat(read.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "url,http://a.test/,https",
    "url,https://a.test/?x=1,must be like",
    "key,abc,Admin API key",
    "killed,trash,delete or draft",
    "tags,moods,tags names moods",
    "colour,red,is no setting"
  })
  void aMistakeIsNamed(String setting, String value, String words) {
    // Given
    var settings = new TreeMap<>(Map.of("url", "https://a.test/", "key", KEY));
    settings.put(setting, value);

    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GhostSettings.from(settings))
        .withMessageContaining(words);
  }
}
