package newsroom.publish.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

  private static final String SECRET = "whsec_canary-in-the-coal-mine";
  private static final String KEY = Seals.newKey();

  private final Map<String, String> environment = new HashMap<>(Map.of("NEWSROOM_KEY", KEY));
  private final Secrets secrets =
      new Secrets(
          text -> text.replace("${SECRET}", SECRET), name -> environment.getOrDefault(name, ""));
  @TempDir private Path folder;

  private static String sealed(String key) {
    return new Seals(List.of(key)).seal(SECRET);
  }

  @Test
  void aVariableAFileAndASealAllStandForTheSecret() throws Exception {
    // Given
    var file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

    // Then
    assertThat(secrets.apply("${SECRET}")).isEqualTo(SECRET);
    assertThat(secrets.apply("file:" + file)).isEqualTo(SECRET);
    assertThat(secrets.apply(sealed(KEY))).isEqualTo(SECRET);
    assertThat(secrets.apply("plain")).isEqualTo("plain");
  }

  @Test
  void aSealShowsNothingAndIsAnotherEachTime() {
    assertThat(sealed(KEY)).startsWith("enc:").doesNotContain("canary").isNotEqualTo(sealed(KEY));
  }

  @Test
  void whileTheKeyIsChangedBothOpen() {
    // Given
    var old = sealed(KEY);
    environment.put("NEWSROOM_KEY", Seals.newKey());
    environment.put("NEWSROOM_PREVIOUS_KEY", KEY);

    // Then
    assertThat(secrets.apply(old)).isEqualTo(SECRET);
    assertThat(secrets.apply(sealed(environment.get("NEWSROOM_KEY")))).isEqualTo(SECRET);

    // When
    environment.remove("NEWSROOM_PREVIOUS_KEY");

    // Then
    assertThatThrownBy(() -> secrets.apply(old))
        .hasMessage("is sealed with another key than NEWSROOM_KEY, or broken");
  }

  @Test
  void aSealThatWasTouchedIsNotOpened() {
    var touched = new StringBuilder(sealed(KEY));
    touched.setCharAt(20, touched.charAt(20) == 'A' ? 'B' : 'A');
    assertThatThrownBy(() -> secrets.apply(touched.toString())).hasMessageContaining("broken");
    assertThatThrownBy(() -> secrets.apply("enc:")).hasMessageContaining("broken");
    assertThatThrownBy(() -> secrets.apply("enc:???")).hasMessageContaining("broken");
  }

  @Test
  void whatCannotBeHadIsNamedByItsKeyAndNotByItsValue() {
    // Given
    environment.clear();
    var yaml =
        """
        - site: harbor
          name: Harbor Daily
          address: https://harbor.test
          sections: [{path: news, name: News}]
          destinations: [{kind: webhook, url: "https://partner.test/", secret: "%s"}]
        """
            .formatted(sealed(KEY));

    // Then
    assertThatThrownBy(() -> new ReadSites(secrets).from(yaml))
        .isInstanceOf(Mistake.class)
        .hasMessageContaining("secret is sealed, and NEWSROOM_KEY is not set")
        .hasMessageNotContaining(sealed(KEY));
    assertThatThrownBy(() -> secrets.apply("file:/no/such/file"))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void theCommandMakesAKeyAndSealsWithIt() throws Exception {
    // When
    var key = run(List.of("--new-key"), "", "").strip();
    var sealed = run(List.of(), key, SECRET + "\n").strip();

    // Then
    assertThat(new Seals(List.of(key)).open(sealed)).contains(SECRET);
    assertThat(run(List.of(), "", SECRET)).contains("Set NEWSROOM_KEY");
    assertThat(run(List.of(), "short", SECRET)).contains("32 bytes").doesNotContain("canary");
    assertThat(run(List.of(), key, SECRET + "\nand more")).contains("more than one line");
  }

  private static String run(List<String> arguments, String key, String input) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, UTF_8)) {
      Seal.run(arguments, key, new BufferedReader(new StringReader(input)), out, out);
    }
    return bytes.toString(UTF_8);
  }
}
