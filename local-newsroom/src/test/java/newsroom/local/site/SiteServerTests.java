package newsroom.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteServerTests {

  @TempDir Path parent;
  private final HttpClient reader = HttpClient.newHttpClient();
  private Path site;
  private SiteServer server;

  @BeforeEach
  void open() throws IOException {
    site = parent.resolve("site");
    write("index.html", "<h1>Front</h1>");
    write("strait/ferry-12/index.html", "<h1>Ferry</h1>");
    server = SiteServer.start(site, 0);
  }

  @AfterEach
  void close() {
    server.close();
    reader.close();
  }

  @Test
  void showsTheIndexOfAFolder() throws Exception {
    var answer = get("strait/ferry-12/");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<h1>Ferry</h1>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
  }

  @Test
  void sendsAFolderWithoutItsSlashToTheRightAddress() throws Exception {
    var answer = get("strait/ferry-12?from=mail");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains("/strait/ferry-12/?from=mail");
  }

  @Test
  void namesFeedsAndPicturesWhatTheyAre() throws Exception {
    write("feed.xml", "<rss/>");
    write("feed.json", "{}");
    write("sitemap.xml", "<urlset/>");
    write("a.jpg", "x");
    assertThat(type("feed.xml")).startsWith("application/rss+xml");
    assertThat(type("feed.json")).isEqualTo("application/feed+json");
    assertThat(type("sitemap.xml")).startsWith("application/xml");
    assertThat(type("a.jpg")).isEqualTo("image/jpeg");
  }

  @Test
  void saysThatATakenDownStoryIsGoneAndShowsThePageThatSaysSo() throws Exception {
    // Given
    write("strait/ferry-12/.gone", "");
    write("strait/ferry-12/index.html", "<h1>Taken down</h1>");
    // When
    var answer = get("strait/ferry-12/");
    // Then
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).isEqualTo("<h1>Taken down</h1>");
    assertThat(get("strait/ferry-12/index.html").statusCode()).isEqualTo(410);
    assertThat(get("strait/ferry-12/story.json").statusCode()).isEqualTo(410);
  }

  @Test
  void neverAnswersNotModifiedForAStoryThatIsGone() throws Exception {
    // Given
    var tag = get("strait/ferry-12/").headers().firstValue("ETag").orElseThrow();
    write("strait/ferry-12/.gone", "");
    // When
    var answer = send(request("strait/ferry-12/").header("If-None-Match", tag));
    // Then
    assertThat(answer.statusCode()).isEqualTo(410);
  }

  @Test
  void tellsAReaderThatNothingHasChanged() throws Exception {
    var first = get("");
    var tag = first.headers().firstValue("ETag").orElseThrow();
    var modified = first.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(send(request("").header("If-None-Match", "\"other\", W/" + tag)).statusCode())
        .isEqualTo(304);
    assertThat(send(request("").header("If-Modified-Since", modified)).statusCode()).isEqualTo(304);
    assertThat(send(request("").header("If-None-Match", "\"other\"")).statusCode()).isEqualTo(200);
  }

  @Test
  void showsANewPageAtOnce() throws Exception {
    // Given
    var tag = get("").headers().firstValue("ETag").orElseThrow();
    // When
    write("index.html", "<h1>Front, later</h1>");
    // Then
    assertThat(send(request("").header("If-None-Match", tag)).body())
        .isEqualTo("<h1>Front, later</h1>");
  }

  @Test
  void answersHeadWithTheSizeAndNoBody() throws Exception {
    var answer = send(request("").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("14");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void takesNothingFromReaders() throws Exception {
    var answer = send(request("").POST(HttpRequest.BodyPublishers.ofString("x")));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void showsTheSitesOwnPageForWhatIsNotThere() throws Exception {
    assertThat(get("none").statusCode()).isEqualTo(404);
    write("404.html", "<h1>Nothing here</h1>");
    var answer = get("none");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("<h1>Nothing here</h1>");
  }

  @Test
  void listsNoFolderAndShowsNoHiddenFile() throws Exception {
    write(".secret", "x");
    write("strait/.git/config", "x");
    assertThat(get("strait/").statusCode()).isEqualTo(404);
    assertThat(get(".secret").statusCode()).isEqualTo(404);
    assertThat(get("strait/.git/config").statusCode()).isEqualTo(404);
  }

  @Test
  void staysInItsFolder() throws Exception {
    Files.writeString(parent.resolve("ledger.txt"), "private");
    Files.createSymbolicLink(site.resolve("link.txt"), parent.resolve("ledger.txt"));
    assertThat(raw("/../ledger.txt")).contains(" 404 ");
    assertThat(raw("/strait/%2e%2e/%2e%2e/ledger.txt")).contains(" 404 ");
    assertThat(raw("/..%2fledger.txt")).contains(" 404 ");
    assertThat(raw("/%5c..%5cledger.txt")).contains(" 404 ");
    assertThat(raw("/a%00.html")).contains(" 404 ");
    assertThat(raw("/link.txt")).contains(" 404 ");
  }

  private void write(String path, String text) throws IOException {
    var file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String type(String path) throws Exception {
    return get(path).headers().firstValue("Content-Type").orElse("");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return reader.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// A client that does not tidy up addresses.
  private String raw(String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
