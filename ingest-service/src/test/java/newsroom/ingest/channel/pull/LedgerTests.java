package newsroom.ingest.channel.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsroom.ingest.channel.pull.Remote.RemoteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir Path folder;

  private final RemoteFile bridge = new RemoteFile("bridge.xml", 10, NOW, true);
  private final RemoteFile choir = new RemoteFile("chœur\t1.xml", 10, NOW, true);

  @Test
  void remembersAcrossRestarts() throws Exception {
    var ledger = ledger();
    ledger.took(bridge, NOW);
    ledger.took(choir, NOW);
    ledger.forget(bridge, NOW);
    assertThat(ledger().has(choir)).isTrue();
    assertThat(ledger().has(bridge)).isFalse();
  }

  @Test
  void aFileThatChangedIsAnother() throws Exception {
    ledger().took(bridge, NOW);
    assertThat(ledger().has(new RemoteFile("bridge.xml", 11, NOW, true))).isFalse();
    assertThat(ledger().has(new RemoteFile("bridge.xml", 10, NOW.plusSeconds(1), true))).isFalse();
  }

  @Test
  void aLineThatACrashCutShortCostsItsOwnFileOnly() throws Exception {
    // Given
    ledger().took(bridge, NOW);
    Files.writeString(file(), "+\t17952", StandardOpenOption.APPEND);

    // When
    ledger().took(choir, NOW);

    // Then
    assertThat(ledger().has(bridge)).isTrue();
    assertThat(ledger().has(choir)).isTrue();
  }

  @Test
  void whatWentAwayLongAgoIsForgottenAndWhatIsThereIsNot() throws Exception {
    // Given
    ledger().took(bridge, NOW);
    ledger().took(choir, NOW);

    // When
    var ledger = ledger();
    ledger.tidy(List.of(), NOW.plus(Duration.ofDays(29)));
    assertThat(ledger.has(choir)).isTrue();
    ledger.tidy(List.of(bridge), NOW.plus(Duration.ofDays(31)));

    // Then
    assertThat(ledger().has(bridge)).isTrue();
    assertThat(ledger().has(choir)).isFalse();
  }

  private Ledger ledger() {
    return new Ledger(file());
  }

  private Path file() {
    return folder.resolve("ftp/wireone.taken");
  }
}
