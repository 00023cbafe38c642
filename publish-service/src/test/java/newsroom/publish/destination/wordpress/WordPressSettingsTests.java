package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressSettingsTests {

  private static Map<String, String> settings(String key, String value) {
    var settings =
        new TreeMap<>(
            Map.of("url", "https://a.test/", "user", "newsroom", "password", "abcd efgh ijkl"));
    settings.put(key, value == null ? "" : value);
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.test, https://a.test/wp-json/",
    "https://a.test/blog/, https://a.test/blog/wp-json/",
    "https://a.test/wp-json/, https://a.test/wp-json/",
    "https://a.test/?rest_route=/, https://a.test/?rest_route=/"
  })
  void theApiIsBelowTheSiteOrWhereItIsSaidToBe(String url, String root) {
    assertThat(WordPressSettings.from(settings("url", url)).login().root()).hasToString(root);
  }

  @Test
  void thePasswordIsNeverShown() {
    assertThat(WordPressSettings.from(settings("tags", "none")).toString())
        .contains("newsroom at a.test")
        .doesNotContain("efgh");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url           |                       | url is missing
          url           | http://a.test/        | url must be https
          url           | https://u:p@a.test/   | url must be like https://station.example/
          url           | https://a.test/?x=1   | url may end in ?rest_route=/
          user          |                       | user is missing
          user          | a:b                   | user must have no colon
          password      |                       | password is missing: an application password
          content       | markdown              | content must be blocks or html, not markdown
          categories    | all                   | categories must be section or none, not all
          tags          | subjects, moods       | tags names moods; there are
          pictures      | yes                   | pictures must be upload or links, not yes
          picture-limit | 2000                  | picture-limit must be a number from 1 to 100
          killed        | burn                  | killed must be trash or delete, not burn
          concurrency   | 17                    | concurrency must be a number from 1 to 16, not 17
          secret        | x                     | secret is no setting of a WordPress site; there
          """)
  void aMistakeIsOneSentence(String key, String value, String sentence) {
    assertThatThrownBy(() -> WordPressSettings.from(settings(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
