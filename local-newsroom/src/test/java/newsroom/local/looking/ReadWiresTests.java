package newsroom.local.looking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadWiresTests {

  private static final String FERRY =
      """
      {"uri": "urn:ferry:%s", "type": "text", "versioncreated": "2026-11-20T08:15:00Z",
       "headline": "Ferry %s runs aground", "body_text": "Nobody was hurt."}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @Test
  void printsALineForEachStoryInTheOrderOfTheFiles() throws Exception {
    // Given
    for (int i = 100; i < 300; i++) {
      wire("northwire/" + i + ".json", FERRY.formatted(i, i));
    }

    // When
    int code = run(folder.toString());

    // Then
    assertThat(code).isZero();
    assertThat(lines()).hasSize(200);
    for (int i = 0; i < 200; i++) {
      var line = lines().get(i);
      assertThat(line.path("file").asString()).endsWith((i + 100) + ".json");
      assertThat(line.path("headline").asString())
          .isEqualTo("Ferry " + (i + 100) + " runs aground");
    }
  }

  @Test
  void theFolderNamesTheAgencyWhereNobodyElseDoes() throws Exception {
    // Given
    wire("northwire/ferry.json", FERRY.formatted(1, 1));
    wire("Not An Agency/ferry.json", FERRY.formatted(1, 1));

    // When
    run(folder.resolve("northwire").toString(), folder.resolve("Not An Agency").toString());
    run(folder.resolve("northwire").toString(), "--agency", "afp");

    // Then
    assertThat(lines())
        .extracting(line -> line.path("provenance").path("agency").asString())
        .containsExactly("northwire", "unknown", "afp");
  }

  @Test
  void sayingTwiceIsSayingTheSame() throws Exception {
    // Given
    var file =
        wire("northwire/undated.json", "{\"uri\": \"urn:1\", \"headline\": \"Bridge opens\"}");

    // When
    run(file.toString());
    run(file.toString());

    // Then
    assertThat(lines().getFirst()).isEqualTo(lines().getLast());
  }

  @Test
  void whatCannotBeReadIsALineToo() throws Exception {
    // Given
    var file = wire("northwire/notes.txt", "no wire at all");

    // When
    int code = run(file.toString());

    // Then
    assertThat(code).isZero();
    assertThat(lines().getFirst().path("file").asString()).isEqualTo(file.toString());
    assertThat(lines().getFirst().path("spiked").asBoolean()).isTrue();
    assertThat(lines().getFirst().path("reason").asString()).contains("no wire at all");
  }

  @Test
  void aPathThatLeadsNowhereAndACommandWithoutSenseEndWithTwo() throws Exception {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("--agency")).isEqualTo(2);
    assertThat(run(folder.toString(), "--agency", "Not An Agency")).isEqualTo(2);
    assertThat(run("--colour", folder.toString())).isEqualTo(2);
    assertThat(said.toString(UTF_8)).isEmpty();
    assertThat(complained.toString(UTF_8)).contains("there is no", "usage: newsroom read");
  }

  private int run(String... arguments) throws Exception {
    return ReadWires.run(
        new PrintStream(said, true, UTF_8), new PrintStream(complained, true, UTF_8), arguments);
  }

  private List<JsonNode> lines() {
    return said.toString(UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private Path wire(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
