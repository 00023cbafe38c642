package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format.Reading;
import org.junit.jupiter.api.Test;

/// What every format owes to the service whose stories are marked up.
public abstract class FormatContract extends WireContract {

  /// One wire of each format.
  static final List<String> ALL =
      List.of(
          "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:coastal:1'/>",
          "<nitf><head/><body/></nitf>",
          "<NewsML Version='1.2'><NewsEnvelope/><NewsItem/></NewsML>",
          "{\"uri\": \"urn:coastal:1\", \"headline\": \"Harbour reopens\"}",
          "{\"api_version\": \"2.1\", \"data\": {\"item\": {\"altids\": {\"itemid\": \"1\"}}}}",
          "{\"urn\": \"urn:newsml:coast.example:1\", \"version_created\": \"2026-11-21T09:30:00Z\"}",
          "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}",
          "<RBNews><NewsID>1</NewsID></RBNews>",
          "<rss version='2.0'><channel/></rss>",
          "<feed xmlns='http://www.w3.org/2005/Atom'/>",
          "abc0123 3 pl 12  abc 0456\n\nHarbour/\nHarbour reopens =\n",
          "W2870\nr i BC-EU--Harbour   11-22 0120\nHarbour reopens<\n",
          "From: desk@coastal.example\nSubject: Harbour reopens\n\nShips are back.\n");

  /// A wire of this format with one story.
  ///
  /// @param headline plain
  /// @param body XHTML paragraphs
  protected abstract String wire(String headline, String body);

  @Override
  protected final String plain(String headline, String text) {
    return wire(headline, "<p>" + escaped(text) + "</p>");
  }

  /// Whether a wire that is cut off holds its story whole, in a format whose stories stand on their
  /// own.
  protected boolean hasWholeStory(String cut) {
    return false;
  }

  @Test
  void keepsTheTextAfterInlineTags() throws Unreadable {
    // When
    var copy =
        copyOf(
            "Harbour <reopens>",
            "<p>Ships of the <b>Northern</b> line are <a href=\"https://news.example/1\">back</a> since <i>noon</i> today.</p>");

    // Then
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph(
                "Ships of the <b>Northern</b> line are <a href=\"https://news.example/1\">back</a> since <i>noon</i> today."));
  }

  @Test
  void lettingNoScriptThrough() throws Unreadable {
    // When
    var copy =
        copyOf(
            "Harbour reopens",
            """
            <p onclick="alert(1)">Safe<script>alert(2)</script> <a href="java&#10;script:alert(3)">words</a></p>
            <p><img src="https://pictures.example/a.jpg" onerror="alert(4)" alt="A ship"/></p>
            <iframe src="javascript:alert(5)"></iframe><style>p { color: red }</style>
            """);

    // Then
    assertThat(copy.toString())
        .doesNotContain("alert", "javascript", "onclick", "onerror", "color");
    assertThat(copy.body()).contains(new Block.Paragraph("Safe words"));
  }

  @Test
  void failsOnACutOffWireWithASentenceOnly() {
    // Given
    var wire = wire("Harbour reopens", "<p>Ships are back &amp; more.</p>").strip();

    // Then
    for (var length = 0; length < wire.length(); length++) {
      var cut = wire.substring(0, length);
      try {
        var readings = AllFormats.formats().read(AllFormats.wire(cut));
        assertThat(readings)
            .as(cut)
            .allMatch(reading -> reading instanceof Reading.Failed || hasWholeStory(cut));
      } catch (Unreadable e) {
        assertThat(e).as(cut).message().isNotBlank();
      }
    }
  }

  @Test
  void fetchesNothingThatTheWireNames() throws IOException {
    // Given
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    var doctype =
        """
        <!DOCTYPE any SYSTEM "%1$s/any.dtd" [
          <!ENTITY %% outside SYSTEM "%1$s/more.dtd"> %%outside;
          <!ENTITY secret SYSTEM "file:///etc/hostname">
          <!ENTITY far SYSTEM "%1$s/far"> ]>
        """
            .formatted(address);

    // When
    for (var body : List.of("<p>&secret;</p>", "<p>&far;</p>", "<p>plain</p>")) {
      try {
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    doctype + wire("Harbour reopens", body).replace("&amp;far", "&far")));
      } catch (Unreadable e) {
        assertThat(e).message().isNotBlank();
      }
    }
    server.stop(0);

    // Then
    assertThat(asked).hasValue(0);
  }

  @Test
  void refusesEntitiesThatGrow() {
    // Given
    var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
    for (var i = 1; i < 10; i++) {
      laughs.append("<!ENTITY lol%d \"%s\">".formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
    }
    var bomb = laughs + "]>" + wire("Harbour reopens", "<p>&lol9;</p>");
    var start = System.nanoTime();

    // Then
    assertThatThrownBy(() -> AllFormats.formats().read(AllFormats.wire(bomb)))
        .isInstanceOf(Unreadable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void doesNotFallForDepth() {
    // Given
    var deep = wire("Harbour reopens", "<div>".repeat(30_000) + "deep" + "</div>".repeat(30_000));

    // Then
    try {
      AllFormats.formats().read(AllFormats.wire(deep));
    } catch (Unreadable e) {
      assertThat(e).message().isNotBlank();
    }
  }

  protected final Copy copyOf(String headline, String body) throws Unreadable {
    return onlyCopyIn(wire(headline, body));
  }

  /// Text as it stands in an XML document.
  protected static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
