package newsroom.publish.destination.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3DropTests extends ServerDropContract {

  private int port;

  @Override
  Peer start(int port) throws Exception {
    this.port = port;
    return new S3Peer(disk, port);
  }

  @Override
  Map<String, String> credentials() {
    return Map.of("user", "newsroom", "password", "hush", "path-style", "true");
  }

  @Override
  Map<String, String> place() {
    return at("http://127.0.0.1:" + port);
  }

  @Override
  Map<String, String> lost() {
    return at("http://127.0.0.1:1");
  }

  private Map<String, String> at(String endpoint) {
    var settings = new HashMap<>(credentials());
    settings.put("to", "s3://out/");
    settings.put("endpoint", endpoint);
    return settings;
  }

  private String read(String name) throws IOException {
    return Files.readString(out().resolve(name), StandardCharsets.UTF_8);
  }

  @Test
  void anObjectOfAnotherIsNotReplaced() throws IOException {
    // Given
    var name = "00000001-lighthouse-move-v1.txt";
    Files.writeString(out().resolve(name), "a partner's own");

    // When
    var outcomes = open(place()).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason())
        .contains("the object " + name + " is there already and is of something else");
    assertThat(read(name)).isEqualTo("a partner's own");
  }

  /// The database went back to a backup: it does not know that the object arrived.
  @Test
  void anObjectOfOurOwnWordIsTakenAsArrived() throws IOException {
    // Given
    carry(working(), Pages.show(1, 1));
    var once = seen();
    forget();

    // When
    var outcomes = carry(working(), Pages.show(1, 1));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(seen()).isEqualTo(once);
  }

  @Test
  void aPrefixIsAFolder() throws IOException {
    // Given
    var settings = new HashMap<>(place());
    settings.put("to", "s3://out/wire/in/");

    // When
    carry(open(settings), Pages.show(1, 1));

    // Then
    assertThat(read("wire/in/00000001-lighthouse-move-v1.txt")).contains("Lighthouse 1");
  }

  @Test
  void unlessToldOtherwiseTheBucketIsInTheHost() {
    // Given
    var settings = new HashMap<>(at("https://s3.partner.invalid"));
    settings.remove("path-style");

    // When
    var outcomes = open(settings).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason())
        .contains("out.s3.partner.invalid");
  }

  @Test
  void aWrongSecretIsNeverRepeated() {
    // Given
    var settings = new HashMap<>(place());
    settings.put("password", "a-secret-that-is-wrong");

    // When
    var outcomes = open(settings).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason())
        .contains("s3://out/ at 127.0.0.1", "403")
        .doesNotContain("a-secret-that-is-wrong");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          to         | s3://Out/                     | to must be like s3://bucket/prefix
          to         | s3://out/../up                | to must have a prefix of letters
          user       |                               | user is missing: the access key
          password   |                               | password is missing: the secret
          endpoint   |                               | region is missing
          region     | Stockholm!                    | region must be like eu-north-1
          endpoint   | http://s3.partner.test        | endpoint must be https
          endpoint   | https://u:p@s3.partner.test   | endpoint must be like https://
          path-style | often                         | path-style must be true or false
          key        | /no/such/key                  | key belongs to SFTP
          """)
  void aMistakeIsOneSentence(String key, String value, String sentence) {
    var settings = new TreeMap<>(place());
    settings.put("formats", "text");
    settings.put(key, value == null ? "" : value);
    assertThatThrownBy(() -> kind().open("harbor/drop", Pages.MASTHEAD, settings, shelf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
