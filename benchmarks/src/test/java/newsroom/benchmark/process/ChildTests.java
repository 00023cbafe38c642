package newsroom.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTests {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path logs;

  @Test
  void aChildThatDoesItsWorkEndsWell() {
    try (var child = child("well")) {
      // When
      child.awaitEnd(LONG);

      // Then
      assertThat(child.hasSaid("said well")).isTrue();
    }
  }

  @Test
  void aChildThatFailsIsQuoted() {
    try (var child = child("badly")) {
      assertThatThrownBy(() -> child.awaitEnd(LONG))
          .isInstanceOf(RunFailed.class)
          .hasMessageContaining("exit code 7")
          .hasMessageContaining("said badly");
    }
  }

  @Test
  void nobodyWaitsForTheDead() {
    try (var child = child("badly")) {
      assertThatThrownBy(() -> child.await("answer", LONG, () -> false))
          .hasMessageContaining("no answer");
    }
  }

  @Test
  void onlyWhatWasPrintedStaysInTheWorkFolder() throws Exception {
    // Given
    var work = WorkFolder.fresh(logs.resolve("work"));
    Files.createDirectories(work.path().resolve("block/topic-0"));
    Files.writeString(work.path().resolve("block/topic-0/0000.log"), "segment");
    Files.writeString(work.path().resolve("block/load.out"), "printed");

    // When
    work.close();

    // Then
    assertThat(work.path().resolve("block")).isDirectoryContaining("glob:**/load.out");
    assertThat(work.path().resolve("block/topic-0")).doesNotExist();
  }

  private Child child(String how) {
    return Jvm.harness(how, "32m", Speaker.class, List.of(how)).start(logs);
  }

  /// A main that says what it was told, and fails at one word.
  static final class Speaker {

    private Speaker() {}

    public static void main(String[] arguments) {
      System.out.println("said " + arguments[0]);
      System.exit("badly".equals(arguments[0]) ? 7 : 0);
    }
  }
}
