package newsroom.publish.destination.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDropTests extends DropContract {

  @Override
  Map<String, String> place() {
    return Map.of("to", out().toString());
  }

  @Override
  Map<String, String> lost() {
    try {
      var file = Files.createFile(disk.resolve("file"));
      return Map.of("to", file.resolve("below").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page illustrated(String address) {
    var story = Fiction.story();
    var size = new Picture.Rendition("original", address, "image/jpeg", 10, 10);
    var picture = new Picture("lead", "A pier", null, null, java.util.List.of(size));
    return Fiction.page(
        new Story(
            story.uri(),
            story.mark(),
            story.lifecycle(),
            story.headlines(),
            story.subjects(),
            story.rights(),
            java.util.List.of(picture),
            "lead",
            story.body(),
            story.related(),
            story.origin()));
  }

  private static HttpServer pictures(int status, String type, int size) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(status, size);
          exchange.getResponseBody().write(new byte[size]);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void picturesLieBesideTheTextThatNamesThem() throws IOException {
    // Given
    var server = pictures(200, "image/jpeg", 2_000);
    var page = illustrated("http://127.0.0.1:" + server.getAddress().getPort() + "/1.jpg");

    // When
    carry(open(place(), "pictures", "files"), new Dispatch.Show("s", page, true));
    server.stop(0);

    // Then
    assertThat(names()).contains("00000001-ferry-returns-v3.picture-1.jpg").hasSize(3);
    assertThat(Files.size(out().resolve("00000001-ferry-returns-v3.picture-1.jpg")))
        .isEqualTo(2_000);
    assertThat(Files.readString(out().resolve("00000001-ferry-returns-v3.g2.xml")))
        .contains("src=\"00000001-ferry-returns-v3.picture-1.jpg\"");
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, 10",
    "404, image/jpeg, 10",
    "302, image/jpeg, 10",
    "200, image/jpeg, 1048577"
  })
  void aPictureThatCannotBeHadStaysAnAddress(int status, String type, int size) throws IOException {
    // Given
    var server = pictures(status, type, size);
    var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/1.jpg";

    // When
    var destination = open(place(), "pictures", "files", "picture-limit", "1");
    carry(destination, new Dispatch.Show("s", illustrated(address), true));
    server.stop(0);

    // Then
    assertThat(names()).hasSize(2);
    assertThat(seen().toString()).contains("src=\"" + address);
  }

  @Test
  void aPictureInsideThisHouseIsNotFetched() throws IOException {
    // Given
    var server = pictures(200, "image/jpeg", 10);
    var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/1.jpg";

    // When
    var destination = open(place(), "pictures", "files", "allow-loopback", "false");
    carry(destination, new Dispatch.Show("s", illustrated(address), true));
    server.stop(0);

    // Then
    assertThat(names()).hasSize(2);
  }

  @Test
  void notesAndRelatedLinksGoOnlyWhereTheyAreAskedFor() {
    // When
    carry(
        open(
            place(),
            "editors-notes",
            "true",
            "related",
            "true",
            "file-name",
            "{id}-{sequence}.{ext}"),
        new Dispatch.Show("s", Fiction.page(), true));

    // Then
    assertThat(seen().toString()).contains("hold the name of the captain", "Engineers question");
    carry(open(place()), Pages.show(1, 1));
    assertThat(seen().toString()).doesNotContain("Not for print");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          formats       |                         | formats is missing
          formats       | pdf                     | formats names pdf; there are [atom, iptc7901,
          formats       | text,text               | formats names one form twice
          file-name     | {slug}.{ext}            | file-name must have {sequence} in it
          file-name     | {sequence}{day}.{ext}   | file-name has {day}; known are
          file-name     | ../{sequence}.{ext}     | file-name must be of letters, digits
          file-name     | {sequence}/{slug}.{ext} | file-name must be of letters, digits
          pictures      | yes                     | pictures must be links or files, not yes
          picture-limit | big                     | picture-limit must be a number of megabytes
          related       | maybe                   | related must be true or false, not maybe
          folder        | /srv                    | folder is no setting of a drop; there are
          to            |                         | to is missing
          to            | gopher://bucket/        | to must be a folder or begin with s3 or one of
          to            | sftp://u:p@host.test/   | to must be like sftp://partner.example/folder
          to            | sftp://host.test/in     | user is missing
          to            | ftp://host.test/in      | user is missing
          user          | me                      | user belongs to a server, and to is a folder
          """)
  void aMistakeIsOneSentence(String key, String value, String sentence) {
    var settings = new TreeMap<>(place());
    settings.put("formats", "text");
    settings.put(key, value == null ? "" : value);
    assertThatThrownBy(() -> kind().open("harbor/drop", Pages.MASTHEAD, settings, shelf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sftp://host.test/in | user=me                                       | host-key (SHA256
          sftp://host.test/in | user=me;host-key=MD5:1                        | host-key “MD5:1” is not
          sftp://host.test/in | user=me;key=/no/such/key                      | key /no/such/key cannot be read
          ftp://host.test/in  | user=me;host-key=SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | host-key, known-hosts and key belong to SFTP
          sftp://host.test/in | user=me;host-key=SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | password or key is missing
          """)
  void aMistakeAboutAServerIsOneSentence(String to, String more, String sentence) {
    var settings = new TreeMap<>(Map.of("to", to, "formats", "text"));
    for (var pair : more.split(";", -1)) {
      settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    assertThatThrownBy(() -> kind().open("harbor/drop", Pages.MASTHEAD, settings, shelf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
