package newsroom.publish.rendition.edition;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;

/// A story with markup, scripts and characters that nothing may hold in every field.
final class Hostile {

  static final String TEXT =
      "\"><script>alert(1)</script>]]>&amp;'\u0001\f\uD800{\"x\":1}\r\n=/| <b";
  private static final String MARKUP =
      "<a href=\"javascript:alert(1)\">x</a><script>alert(2)</script><img src=x onerror=alert(3)>"
          + "<a href=\"https://ok.example.com/?a=1&amp;b=2\">kept</a>\u0002<sub><b>2</b></sub>]]>"
          + "<iframe src=\"https://evil.example.com/\"></iframe>tail";
  private static final Concept CONCEPT = new Concept("x y:\"<z>", TEXT, TEXT);

  private Hostile() {}

  static Page page() {
    return new Page(
        story(),
        URI.create("https://news.example.com/world/hostile"),
        Fiction.WORLD,
        Fiction.POSTED,
        null,
        List.of(
            new Page.Promo(TEXT, TEXT, URI.create("https://news.example.com/world/other"), 99)));
  }

  private static Story story() {
    return new Story(
        Fiction.URI_OF_IT,
        new Mark(4_294_967_296L, Instant.parse("2026-11-22T21:05:00Z"), 0),
        new Story.Lifecycle(
            Story.Status.USABLE,
            Story.Change.CORRECTION,
            Fiction.POSTED,
            Fiction.POSTED,
            Fiction.POSTED,
            99,
            TEXT,
            TEXT),
        new Story.Headlines(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, "\"><x"),
        new Story.Subjects(
            CONCEPT,
            List.of(
                CONCEPT,
                new Concept("javascript:alert(1)", TEXT, null),
                new Concept("vendor:1", "", null),
                new Concept("", "", "")),
            List.of(CONCEPT),
            List.of(CONCEPT),
            List.of(CONCEPT),
            List.of(TEXT, "")),
        new Story.Rights(TEXT, TEXT, TEXT, TEXT),
        List.of(
            picture("lead", "https://pictures.example.com/1.jpg?a=1&b=2"),
            picture("\"><b", "javascript:alert(1)")),
        "lead",
        body(),
        List.of(),
        new Story.Origin(TEXT, TEXT, Fiction.POSTED, Story.Filing.DATED));
  }

  private static Picture picture(String id, String href) {
    return new Picture(
        id, TEXT, TEXT, TEXT, List.of(new Picture.Rendition(TEXT, href, TEXT, 1, 1)));
  }

  private static List<Block> body() {
    return List.of(
        new Block.Paragraph(MARKUP),
        new Block.Heading(99, MARKUP),
        new Block.Quote(List.of(MARKUP), TEXT),
        new Block.Listing(true, List.of(MARKUP)),
        new Block.Listing(false, List.of()),
        new Block.Table(TEXT, true, List.of(List.of(MARKUP, TEXT), List.of())),
        new Block.Figure("\"><b"),
        new Block.Figure("none"),
        new Block.Embed("javascript:alert(1)", TEXT),
        new Block.Embed("https://video.example.com/?a=1&b=2", null),
        new Block.Promo(TEXT, TEXT, "javascript:alert(1)"));
  }
}
