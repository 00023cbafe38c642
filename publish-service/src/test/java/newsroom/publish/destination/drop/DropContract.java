package newsroom.publish.destination.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.atom.Atom;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.iptc7901.Iptc7901;
import newsroom.publish.rendition.newsmlg2.NewsMlG2;
import newsroom.publish.rendition.nitf.Nitf;
import newsroom.publish.rendition.text.PlainText;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What every drop keeps, whatever its place.
abstract class DropContract extends DestinationContract {

  @TempDir Path disk;

  private final List<Destination> opened = new ArrayList<>();
  private final Journal journal = journal();

  /// Where the place is, and who is let in.
  abstract Map<String, String> place();

  /// A place that cannot be written to.
  abstract Map<String, String> lost();

  static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Journal journal() {
    var database = JdbcClient.create(TestDatabase.empty());
    database.sql("truncate publish.drop_file, publish.drop_sequence").update();
    return new Journal(database);
  }

  /// As if nothing had ever been dropped.
  static void forget() {
    journal();
  }

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(out());
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Destination::close);
  }

  final Path out() {
    return disk.resolve("out");
  }

  final DropKind kind() {
    var html = new Html();
    return new DropKind(
        List.of(new NewsMlG2(), new Nitf(), new Atom(html), new PlainText(), new Iptc7901()),
        journal);
  }

  final Destination open(Map<String, String> place, String... more) {
    var settings = new TreeMap<>(place);
    settings.put("formats", "newsml-g2, text");
    settings.put("allow-loopback", "true");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    var destination = kind().open("harbor/partner", Pages.MASTHEAD, settings, shelf);
    opened.add(destination);
    return destination;
  }

  @Override
  protected Destination working() {
    return open(place());
  }

  @Override
  protected Destination unreachable() {
    return open(lost());
  }

  /// A server that lets nobody in may let us in tomorrow.
  @Override
  protected @Nullable Destination refusing() {
    return null;
  }

  @Override
  protected Object seen() {
    var files = new TreeMap<String, String>();
    for (var name : names()) {
      try {
        files.put(name, Files.readString(out().resolve(name), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  final List<String> names() {
    try (var files = Files.list(out())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void numbersGrowAndNoFileIsHalf() {
    // When
    carry(working(), Pages.show(1, 1), Pages.show(2, 1));
    carry(working(), Pages.show(1, 2), Pages.takeDown(2, 2, true));

    // Then
    assertThat(names())
        .containsExactly(
            "00000001-lighthouse-move-v1.g2.xml",
            "00000001-lighthouse-move-v1.txt",
            "00000002-lighthouse-move-v1.g2.xml",
            "00000002-lighthouse-move-v1.txt",
            "00000003-lighthouse-move-v2.g2.xml",
            "00000003-lighthouse-move-v2.txt",
            "00000004-lighthouse-move-v2.g2.xml",
            "00000004-lighthouse-move-v2.txt");
    assertThat(seen().toString()).contains("stat:canceled", "KILL: this story");
  }

  @Test
  void aWordThatMayHaveArrivedKeepsItsNumber() {
    // Given
    var dropped =
        journal.number(
            "harbor/partner", Pages.uri(1), "v1 " + Pages.MADE.plusSeconds(1), "lighthouse-move");

    // When
    carry(working(), Pages.show(2, 1), Pages.show(1, 1));

    // Then
    assertThat(dropped.sequence()).isEqualTo(1);
    assertThat(names())
        .contains("00000001-lighthouse-move-v1.txt", "00000002-lighthouse-move-v1.txt")
        .hasSize(4);
  }

  @Test
  void newLinksAloneAreNoNews() {
    // Given
    carry(working(), Pages.show(1, 1));

    // When
    var outcomes = carry(working(), relinked(Pages.page(1, 1)));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(names()).hasSize(2);
  }

  /// The same version, come again for its links.
  private static Dispatch relinked(Page page) {
    var story = page.story();
    var mark = new Mark(story.mark().version(), story.mark().created(), 5);
    var again =
        new Story(
            story.uri(),
            mark,
            story.lifecycle(),
            story.headlines(),
            story.subjects(),
            story.rights(),
            story.pictures(),
            story.leadPicture(),
            story.body(),
            story.related(),
            story.origin());
    return new Dispatch.Show(
        "again",
        new Page(again, page.address(), page.section(), page.posted(), null, List.of()),
        false);
  }
}
