package newsroom.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsroom.ingest.copy.Block.Embed;
import newsroom.ingest.copy.Block.Figure;
import newsroom.ingest.copy.Block.Heading;
import newsroom.ingest.copy.Block.Listing;
import newsroom.ingest.copy.Block.Paragraph;
import newsroom.ingest.copy.Block.Promo;
import newsroom.ingest.copy.Block.Quote;
import newsroom.ingest.copy.Block.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTests {

  private final Pictures pictures = new Pictures();

  private List<Block> blocks(String html) {
    return Blocks.ofHtml(html, "https://coast.example/news/", pictures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>a <b>b</b> c <em>d</em> e</p>             | a <b>b</b> c <em>d</em> e",
        "<p>a<b> b </b>c</p>                          | a <b>b</b> c",
        "<p>a <span class='x'>b</span> c</p>          | a b c",
        "<p>a <font color=red>b</font> c</p>          | a b c",
        "<p>H<sub>2</sub>O 10<sup>3</sup></p>         | H<sub>2</sub>O 10<sup>3</sup>",
        "<p>1 &lt; 2 &amp; 3</p>                      | 1 &lt; 2 &amp; 3",
        "<p>a<br>b</p>                                | a<br>b",
        "<p><b></b>a<i> </i>b</p>                     | a b",
        "<p>a <a href='/x'>b</a> c</p>                | a <a href=\"https://coast.example/x\">b</a> c",
        "<p>a <a href='//o.example/x'>b</a></p>       | a <a href=\"https://o.example/x\">b</a>",
        "<p>a <a href='mailto:x@y.example'>b</a></p>  | a <a href=\"mailto:x@y.example\">b</a>",
        "<p>a <a name='x'>b</a> c</p>                 | a b c",
        "<p>a <a href='ftp://x.example/'>b</a> c</p>  | a b c",
        "<p>a <math><mi>m</mi><mo>+</mo><annotation>n</annotation></math> b</p> | a m+ b",
        "text alone                                   | text alone"
      })
  void keepsInlineMarkupOfTheAllowListAndAllText(String html, String markup) {
    assertThat(blocks(html)).containsExactly(new Paragraph(markup));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a<script>alert(1)</script></p>",
        "<p onmouseover=alert(1)>a</p>",
        "<p>a<img src=x onerror=alert(1)></p>",
        "<p><a href='javascript:alert(1)'>a</a></p>",
        "<p><a href=' JaVaScRiPt:alert(1)'>a</a></p>",
        "<p><a href='java&#9;script:alert(1)'>a</a></p>",
        "<p><a href='&#106;avascript&colon;alert(1)'>a</a></p>",
        "<p><a href='data:text/html,<script>alert(1)</script>'>a</a></p>",
        "<p><a href='vbscript:alert(1)'>a</a></p>",
        "<p>a<svg><script>alert(1)</script></svg></p>",
        "<p>a</p><svg/onload=alert(1)>",
        "<p>a</p><iframe src='javascript:alert(1)'></iframe>",
        "<p>a</p><iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<p>a</p><object data='javascript:alert(1)'></object>",
        "<p>a</p><form action='javascript:alert(1)'><input value='alert(1)'><button>alert(1)</button></form>",
        "<p>a</p><style>@import 'javascript:alert(1)'</style>",
        "<p style='background:url(javascript:alert(1))'>a</p>",
        "<p>a</p><math><mtext><script>alert(1)</script></mtext></math>",
        "<p>a</p><noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<p>a<!-- <script>alert(1)</script> --></p>",
        "<p><a href='https://x.example/\" onclick=\"boom'>a</a></p>"
      })
  void letsNothingThroughThatRuns(String html) {
    assertThat(blocks(html).toString())
        .doesNotContain("alert", "script", "onclick=\"", "onerror")
        .contains("a");
  }

  @Test
  void textOutsideOfAnyBlockIsAParagraph() {
    assertThat(blocks("first <p>second</p> third <b>more</b><div>fourth<p>fifth</p>sixth</div>"))
        .containsExactly(
            new Paragraph("first"),
            new Paragraph("second"),
            new Paragraph("third <b>more</b>"),
            new Paragraph("fourth"),
            new Paragraph("fifth"),
            new Paragraph("sixth"));
  }

  @Test
  void twoLineBreaksEndAParagraphInsideOfTagsToo() {
    assertThat(blocks("<div>one<br><br/>two <b>three<br> <br>four</b> five</div>"))
        .containsExactly(
            new Paragraph("one"),
            new Paragraph("two <b>three</b>"),
            new Paragraph("<b>four</b> five"));
  }

  @Test
  void readsHeadingsQuotesListsAndTables() {
    assertThat(
            blocks(
                """
                <h1>One</h1><h3>Three <i>x</i></h3>
                <blockquote><p>Said.</p><p>More.</p><cite>Ida Berg</cite></blockquote>
                <ol><li>a</li><li>b <b>c</b><ul><li>d</li></ul></li></ol>
                <table><caption>Ships</caption><thead><tr><th>Day</th><th>Ships</th></tr></thead>
                  <tbody><tr><td colspan="2">All</td></tr><tr><td>Monday</td><td><p>1</p><p>2</p></td></tr></tbody></table>
                """))
        .containsExactly(
            new Heading(2, "One"),
            new Heading(3, "Three <i>x</i>"),
            new Quote(List.of("Said.", "More."), "Ida Berg"),
            new Listing(true, List.of("a", "b <b>c</b>", "d")),
            new Table(
                "Ships",
                true,
                List.of(List.of("Day", "Ships"), List.of("All", ""), List.of("Monday", "1<br>2"))));
  }

  @Test
  void aTableThatOnlyArrangesIsText() {
    assertThat(blocks("<table><tr><td><p>one</p></td></tr><tr><td>two</td></tr></table>"))
        .containsExactly(new Paragraph("one"), new Paragraph("two"));
  }

  @Test
  void readsPicturesAndEmbeds() {
    // When
    var blocks =
        blocks(
            """
            <figure><img src="a.jpg" alt="A ship" width="600" height="400"><figcaption>It arrives.</figcaption></figure>
            <p>before <img src="https://pictures.example/b.jpg"> after</p>
            <p><img src="data:image/gif;base64,R0" data-src="c.jpg">text</p>
            <img src="https://count.example/1.gif" width="1" height="1">
            <iframe src="https://video.example/embed/1" title="A film"></iframe>
            <p>again <img src="a.jpg"></p>
            """);

    // Then
    assertThat(blocks)
        .containsExactly(
            new Figure("picture-1"),
            new Paragraph("before after"),
            new Figure("picture-2"),
            new Figure("picture-3"),
            new Paragraph("text"),
            new Embed("https://video.example/embed/1", "A film"),
            new Paragraph("again"),
            new Figure("picture-1"));
    assertThat(pictures.all().getFirst())
        .isEqualTo(
            new Picture(
                "picture-1",
                "It arrives.",
                null,
                "A ship",
                List.of(
                    new Picture.Rendition(
                        "original", "https://coast.example/news/a.jpg", null, 600, 400))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>ADDITIONAL REPORTING | <a href='https://coast.example/1'>Harbour &amp; ships</a></p>",
        "<p><strong>ADDITIONAL REPORTING |</strong> <a href='https://coast.example/1'><em>Harbour</em> &amp; ships</a></p>",
        "<div><b>ADDITIONAL REPORTING</b>: <a href='/1'>Harbour &amp; ships</a></div>"
      })
  void aParagraphThatIsALinkToAnotherStoryIsAPromo(String html) {
    assertThat(blocks(html))
        .containsExactly(
            new Promo("ADDITIONAL REPORTING", "Harbour & ships", "https://coast.example/1"));
  }

  @Test
  void aPromoMayHaveNoLinkAndTextMayHaveOne() {
    assertThat(blocks("<p>IN CASE YOU MISSED IT | Harbour reopens after storm</p>"))
        .containsExactly(new Promo("IN CASE YOU MISSED IT", "Harbour reopens after storm", null));
    assertThat(blocks("<p>NORDHAVEN: <a href='/1'>The port</a></p>").getFirst())
        .isInstanceOf(Paragraph.class);
    assertThat(blocks("<p>SEE ALSO: <a href='/1'>The port</a> and the sea</p>").getFirst())
        .isInstanceOf(Paragraph.class);
  }

  @Test
  void readsPlainText() {
    assertThat(Blocks.ofText("one\ntwo <b>\n\nthree\n\n\n* four\n* five"))
        .containsExactly(
            new Paragraph("one two &lt;b&gt;"),
            new Paragraph("three"),
            new Paragraph("* four"),
            new Paragraph("* five"));
    assertThat(Blocks.ofText("one\ntwo")).hasSize(2);
    assertThat(blocks("<p>one\ntwo\n\nthree</p>"))
        .containsExactly(new Paragraph("one two"), new Paragraph("three"));
  }

  @Test
  void theLeadPictureIsNotShownTwice() {
    // Given
    var body =
        List.<Block>of(new Figure("picture-1"), new Paragraph("text"), new Figure("picture-2"));

    // Then
    assertThat(Lead.of(null, body))
        .isEqualTo(new Lead("picture-1", List.of(new Paragraph("text"), new Figure("picture-2"))));
    assertThat(Lead.of("picture-2", body))
        .isEqualTo(new Lead("picture-2", List.of(new Figure("picture-1"), new Paragraph("text"))));
  }
}
