package newsroom.ingest.format.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import org.jsoup.Jsoup;

/// What holds for any text, any markup and any damage.
class FormatPropertiesTests {

  private static final int TRIES = 300;
  private static final Formats FORMATS = AllFormats.formats();

  private static final Map<String, String> TEMPLATES =
      Map.of(
          "nitf",
          "<nitf><head><docdata><doc-id id-string='c1'/></docdata></head><body><body.head><hedline>"
              + "<hl1>Harbour</hl1></hedline></body.head><body.content>%s</body.content></body></nitf>",
          "newsml-g2",
          "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:coastal:1' version='1'>"
              + "<contentMeta><headline>Harbour</headline></contentMeta><contentSet><inlineXML "
              + "contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body>%s"
              + "</body></html></inlineXML></contentSet></newsItem>",
          "ninjs",
          "{\"uri\":\"urn:coastal:1\",\"headline\":\"Harbour\",\"body_xhtml\":\"%s\"}",
          "json-feed",
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Coast\",\"items\":[{\"id\":\"1\","
              + "\"title\":\"Harbour\",\"content_html\":\"%s\"}]}",
          "rss",
          "<rss version='2.0'><channel><item><guid>1</guid><title>Harbour</title><description>%s"
              + "</description></item></channel></rss>",
          "atom",
          "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>Harbour</title><content "
              + "type='html'>%s</content></entry></feed>",
          "email",
          "From: desk@coastal.example\r\nSubject: Harbour\r\nMIME-Version: 1.0\r\nContent-Type: "
              + "text/html; charset=utf-8\r\n\r\n<html><body>%s</body></html>");

  @Property(tries = TRIES)
  void noMarkupComesThroughThatIsNotSafe(
      @ForAll("formats") String format, @ForAll("attacks") String markup) {
    read(wire(format, markup)).forEach(Promised::of);
  }

  @Property(tries = TRIES)
  void noWordOfATextIsLost(@ForAll("formats") String format, @ForAll("texts") String text) {
    // When
    var copies = read(wire(format, "<p>Ships: " + xml(text) + " sail.</p>"));

    // Then
    assertThat(copies).hasSize(1);
    assertThat(visible(words(copies.getFirst()))).isEqualTo(visible("Ships:" + text + "sail."));
  }

  @Property(tries = TRIES)
  void aDamagedWireGivesStoriesOrASentence(
      @ForAll("formats") String format, @ForAll("damages") List<Damage> damages) {
    // Given
    var bytes = wire(format, "<p>Ships are back.</p>").getBytes(UTF_8);

    // When
    for (var damage : damages) {
      bytes = damage.done(bytes);
    }

    // Then
    try {
      for (var reading : FORMATS.read(AllFormats.wire(bytes, null))) {
        switch (reading) {
          case Reading.Read(var copy) -> Promised.of(copy);
          case Reading.Failed(var reason) -> assertThat(reason).isNotBlank();
        }
      }
    } catch (Unreadable e) {
      assertThat(e).message().isNotBlank();
    }
  }

  @Property(tries = TRIES)
  void theSameBytesAreTheSameStory(@ForAll("formats") String format, @ForAll("texts") String text) {
    var wire = wire(format, "<p>Ships: " + xml(text) + "</p>");

    assertThat(read(wire)).isEqualTo(read(wire));
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(TEMPLATES.keySet().stream().sorted().toList());
  }

  /// Letters of all scripts; nothing that markup is made of, but much that breaks it.
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withCharRange('\u00a1', '\u024f')
        .withCharRange('\u0391', '\u05ea')
        .withCharRange('\u0620', '\u064a')
        .withCharRange('\u3041', '\u30fe')
        .withCharRange('\u4e00', '\u4fff')
        .ofMaxLength(60);
  }

  /// Pieces of markup in any order: what is harmless alone may not be beside another.
  @Provide
  Arbitrary<String> attacks() {
    return Arbitraries.of(
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg>",
            "<math>",
            "<mtext>",
            "<style>",
            "</style>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<a href='javascript:alert(1)'>",
            "<a href=\"jav&#x09;ascript:alert(1)\">",
            "</a>",
            "<a href='https://coast.example/\"onclick=alert(1)'>",
            "<noscript>",
            "<template>",
            "<table>",
            "<tr>",
            "<td>",
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<blockquote>",
            "<ul>",
            "<li>",
            "<iframe src='data:text/html,x'>",
            "<form action='x'>",
            "<input onfocus=x autofocus>",
            "<title>",
            "</title>",
            "<textarea>",
            "<xmp>",
            "<plaintext>",
            "<p title='",
            "'>",
            "\">",
            "&lt;script&gt;",
            "&amp;lt;b&amp;gt;",
            "\u0000",
            "\u000b",
            "\ud800",
            "\u202e",
            "words",
            "<base href='https://enemy.example'>",
            "<meta http-equiv=refresh>",
            "<object data=x>")
        .list()
        .ofMaxSize(25)
        .map(pieces -> String.join("", pieces));
  }

  /// One thing that goes wrong on the way.
  ///
  /// @param at in thousandths of the wire's length
  record Damage(int kind, int at, int value) {

    byte[] done(byte[] bytes) {
      if (bytes.length == 0) {
        return bytes;
      }
      var place = Math.min(bytes.length - 1, bytes.length * at / 1000);
      return switch (kind) {
        case 0 -> Arrays.copyOf(bytes, place);
        case 1 -> Arrays.copyOfRange(bytes, place, bytes.length);
        case 2 -> joined(bytes, bytes);
        case 3 -> joined(Arrays.copyOf(bytes, place), bytes);
        default -> {
          var changed = bytes.clone();
          changed[place] = (byte) value;
          yield changed;
        }
      };
    }

    private static byte[] joined(byte[] front, byte[] back) {
      var joined = Arrays.copyOf(front, front.length + back.length);
      System.arraycopy(back, 0, joined, front.length, back.length);
      return joined;
    }
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    var kinds = Arbitraries.integers().between(0, 7);
    var places = Arbitraries.integers().between(0, 999);
    var values = Arbitraries.integers().between(0, 255);
    return Combinators.combine(kinds, places, values).as(Damage::new).list().ofMaxSize(4);
  }

  private static String wire(String format, String markup) {
    UnaryOperator<String> escape =
        switch (format) {
          case "ninjs", "json-feed" -> FormatPropertiesTests::json;
          case "rss", "atom" -> FormatPropertiesTests::xml;
          default -> UnaryOperator.identity();
        };
    return String.valueOf(TEMPLATES.get(format)).formatted(escape.apply(markup));
  }

  private static String json(String text) {
    return text.chars()
        .mapToObj(
            c -> c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static List<Copy> read(String wire) {
    try {
      return FORMATS.read(AllFormats.wire(wire)).stream()
          .filter(Reading.Read.class::isInstance)
          .map(reading -> ((Reading.Read) reading).copy())
          .toList();
    } catch (Unreadable e) {
      assertThat(e).message().isNotBlank();
      return List.of();
    }
  }

  private static String words(Copy copy) {
    return copy.body().stream()
        .map(
            block -> block instanceof Block.Paragraph(var markup) ? Jsoup.parse(markup).text() : "")
        .collect(Collectors.joining());
  }

  /// Without blanks, and without the soft hyphens that the parser of this test leaves out.
  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0xAD)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
