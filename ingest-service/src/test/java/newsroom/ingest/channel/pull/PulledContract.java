package newsroom.ingest.channel.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.PolledContract;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every channel must do that takes files from folders on servers.
public abstract class PulledContract extends PolledContract {

  /// The server's own disk.
  @TempDir protected Path disk;

  /// Settings beyond those that all tests have.
  protected final Map<String, String> special = new HashMap<>();

  private int brought;

  @Override
  protected void bring(List<byte[]> wires) throws IOException {
    for (var wire : wires) {
      Files.write(out().resolve("wire-" + brought++ + ".xml"), wire);
    }
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  protected Path out() throws IOException {
    return Files.createDirectories(disk.resolve("out"));
  }

  @Override
  protected boolean acknowledged(int wires) {
    var done = disk.resolve("out/done").toFile().list();
    return done != null && done.length == wires;
  }

  /// The settings of one server, under `newsroom.ingest.CHANNEL`.
  protected Map<String, String> server(String address) {
    var keys = new HashMap<String, String>();
    var at = "newsroom.ingest." + channel() + "[0].";
    keys.put(at + "agency", "wireone");
    keys.put(at + "address", address);
    keys.put(at + "user", "newsroom");
    keys.put(at + "password", "hush");
    keys.put(at + "every", "100ms");
    keys.put(at + "settle", "50ms");
    special.forEach((key, value) -> keys.put(at + key, value));
    return keys;
  }

  protected void restartWith(String key, String value) {
    special.put(key, value);
    rounds.stop();
    startChannel();
  }

  @Test
  void filesThatAreLeftAreTakenOnceAndLateOnesToo() throws Exception {
    // Given
    restartWith("after", "leave");
    bring(List.of(bytes("one"), bytes("two")));
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 2);

    // When
    rounds.stop();
    var late = Files.writeString(out().resolve("late.xml"), "late");
    Files.setLastModifiedTime(late, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    startChannel();
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() > 2);
    var before = polls("nothing");
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("nothing") > before + 2);

    // Then
    assertThat(desk.taken()).hasSize(3).last().extracting(Wire::name).isEqualTo("late.xml");
    assertThat(out().resolve("wire-0.xml")).exists();
  }

  @Test
  void filesThatAreToBeDeletedAre() throws Exception {
    restartWith("after", "delete");
    bring(List.of(bytes("one")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Files.notExists(out().resolve("wire-0.xml")));
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void onlyWholeFilesOfThePatternAreTaken() throws Exception {
    // Given
    restartWith("pattern", "*.xml");
    for (var name : List.of("a.xml.part", "b.tmp", "c.xml.filepart", ".d.xml", "e.txt")) {
      Files.writeString(out().resolve(name), "not this");
    }
    Files.createFile(out().resolve("empty.xml"));
    Files.createDirectories(out().resolve("folder.xml"));
    Files.createSymbolicLink(out().resolve("link.xml"), disk.resolve("elsewhere"));
    Files.write(out().resolve("huge.xml"), new byte[70_000]);

    // When
    Files.move(out().resolve("a.xml.part"), out().resolve("a.xml"));

    // Then
    await().atMost(Duration.ofSeconds(20)).until(this::acknowledged);
    assertThat(desk.taken()).extracting(Wire::name).containsExactly("a.xml");
    assertThat(out().resolve("huge.xml")).exists();
  }

  @Test
  void aNamesakeInTheFolderOfTakenFilesIsKept() throws Exception {
    Files.createDirectories(out().resolve("done"));
    for (int take = 1; take <= 3; take++) {
      var count = take;
      Files.writeString(out().resolve("latest.xml"), "take " + take);
      await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == count);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Files.notExists(out().resolve("latest.xml")));
    }
    await().until(() -> acknowledged(3));
  }

  @Test
  void aWrongPasswordIsSaidAndNothingIsTaken() throws Exception {
    restartWith("password", "wrong");
    bring(List.of(bytes("one")));
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    assertThat(desk.asked()).isZero();
  }
}
