package newsroom.ingest.channel.dropfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import newsroom.ingest.channel.ChannelContract;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DropFolderTests extends ChannelContract {

  @TempDir Path folder;

  private Path agency;
  private DropFolder channel;

  @BeforeEach
  void start() throws IOException {
    agency = Files.createDirectories(folder.resolve("wireone"));
    channel = open();
  }

  @AfterEach
  void stop() {
    desk.release();
    channel.stop();
  }

  @Override
  protected void bring(byte[] wire) throws IOException {
    Files.write(agency.resolve("contract.xml"), wire);
  }

  @Override
  protected boolean acknowledged() {
    return Files.exists(agency.resolve("done/contract.xml"));
  }

  @Override
  protected String channel() {
    return "drop-folder";
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftAlone() throws Exception {
    // Given
    var file = agency.resolve("slow.xml");
    Files.writeString(file, "first ");

    // When
    for (int part = 0; part < 6; part++) {
      await().pollDelay(Duration.ofMillis(150)).until(() -> true);
      Files.writeString(file, "more ", StandardOpenOption.APPEND);
    }

    // Then
    assertThat(desk.asked()).isZero();
    await().until(() -> desk.taken().size() == 1);
    assertThat(desk.taken().getFirst().bytes()).hasSize("first ".length() + 6 * "more ".length());
  }

  @Test
  void aFileIsTakenWhenItGetsItsFinalName() throws Exception {
    // Given
    for (var name : new String[] {"a.tmp", "b.part", "c.filepart", "d.writing", ".e.xml"}) {
      Files.writeString(agency.resolve(name), "not yet");
    }
    await().pollDelay(Duration.ofMillis(600)).until(() -> desk.asked() == 0);

    // When
    Files.move(agency.resolve("a.tmp"), agency.resolve("a.xml"));

    // Then
    await().until(() -> Files.exists(agency.resolve("done/a.xml")));
    assertThat(desk.taken()).extracting(wire -> wire.name()).containsExactly("a.xml");
  }

  @Test
  void whatWasBeingTakenAtTheLastStopIsTakenAgain() throws Exception {
    // Given
    channel.stop();
    Files.createDirectories(agency.resolve(".taking"));
    Files.writeString(agency.resolve(".taking/left.xml"), "left over");

    // When
    channel = open();

    // Then
    await().until(() -> Files.exists(agency.resolve("done/left.xml")));
    assertThat(agency.resolve(".taking/left.xml")).doesNotExist();
  }

  @Test
  void anUnreadableFileLiesInSpikedWithItsReason() throws Exception {
    // When
    Files.writeString(agency.resolve("bad.xml"), "unreadable");

    // Then
    await().until(() -> Files.exists(agency.resolve("spiked/bad.xml.reason.txt")));
    assertThat(agency.resolve("spiked/bad.xml")).hasContent("unreadable");
    assertThat(agency.resolve("spiked/bad.xml.reason.txt")).hasContent("It is unreadable.\n");
  }

  @Test
  void namesakesAreNumbered() throws Exception {
    for (int time = 1; time <= 3; time++) {
      var before = time - 1;
      Files.writeString(agency.resolve("latest.xml"), "take " + time);
      await().until(() -> desk.taken().size() > before);
      await().until(() -> Files.notExists(agency.resolve(".taking/latest.xml")));
    }
    assertThat(agency.resolve("done/latest.xml")).hasContent("take 1");
    assertThat(agency.resolve("done/latest-2.xml")).hasContent("take 2");
    assertThat(agency.resolve("done/latest-3.xml")).hasContent("take 3");
  }

  @Test
  void oneBadFileOrAgencyStopsNothingElse() throws Exception {
    // Given
    Files.writeString(agency.resolve("huge.xml"), "x".repeat(70_000));
    Files.createDirectories(agency.resolve("a-folder.xml"));
    Files.createSymbolicLink(agency.resolve("link.xml"), Path.of("/etc/hostname"));
    Files.createDirectories(folder.resolve("NOT an agency"));
    Files.writeString(folder.resolve("stray.xml"), "no agency's");
    var other = Files.createDirectories(folder.resolve("wiretwo"));

    // When
    Files.writeString(agency.resolve("zz.xml"), "Bridge opens");
    Files.writeString(other.resolve("one.xml"), "Choir wins");

    // Then
    await().until(() -> Files.exists(agency.resolve("done/zz.xml")));
    await().until(() -> Files.exists(other.resolve("done/one.xml")));
    await().until(() -> Files.exists(agency.resolve("spiked/huge.xml")));
    assertThat(desk.taken()).hasSize(2);
    assertThat(agency.resolve("link.xml")).exists();
  }

  @Test
  void manyFilesAtOnceAreAllTaken() throws Exception {
    // When
    for (int i = 0; i < 300; i++) {
      Files.writeString(agency.resolve("story-" + i + ".xml"), "Story " + i);
    }

    // Then
    await().atMost(Duration.ofSeconds(15)).until(() -> desk.taken().size() == 300);
    await().until(() -> agency.resolve("done").toFile().list().length == 300);
  }

  @Test
  void filesAreReceivedInTheOrderInWhichTheyWereWritten() throws Exception {
    // Given
    channel.stop();
    var written = Instant.now().minus(Duration.ofHours(1));
    for (int i = 0; i < 9; i++) {
      var file = agency.resolve("story-" + (9 - i) + ".xml");
      Files.writeString(file, "take " + i);
      Files.setLastModifiedTime(file, FileTime.from(written.plusSeconds(i)));
    }

    // When
    channel = open();
    await().until(() -> desk.taken().size() == 9);

    // Then
    var inOrder =
        desk.taken().stream()
            .sorted(Comparator.comparing(Wire::received))
            .map(wire -> new String(wire.bytes(), StandardCharsets.UTF_8))
            .toList();
    assertThat(inOrder).isSorted();
    assertThat(desk.taken()).extracting(Wire::received).doesNotHaveDuplicates();
  }

  @Test
  void oldFilesInDoneAreRemoved() throws Exception {
    // Given
    channel.stop();
    var done = Files.createDirectories(agency.resolve("done"));
    Files.writeString(done.resolve("new.xml"), "new");
    Files.writeString(done.resolve("old.xml"), "old");
    Files.setLastModifiedTime(
        done.resolve("old.xml"), FileTime.from(Instant.now().minus(Duration.ofDays(8))));

    // When
    channel = open();

    // Then
    await().until(() -> Files.notExists(done.resolve("old.xml")));
    assertThat(done.resolve("new.xml")).exists();
  }

  private DropFolder open() {
    var settings =
        new DropFolderSettings(
            folder,
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            DataSize.ofKilobytes(64),
            Duration.ofDays(7));
    var opened = new DropFolder(settings, desk, Clock.systemUTC());
    opened.start();
    return opened;
  }
}
