package newsroom.publish.destination.mail;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Sets the HTML part of a mail. It has no style of its own: mail programs know best.
final class MailPage {

  private MailPage() {}

  /// A story.
  ///
  /// @param text safe HTML
  static String of(Page page, String text) {
    var story = page.story();
    var lines = story.headlines();
    var document = document(lines.headline());
    document.children().attr("lang", lines.language());
    var body = document.body();
    add(body, "h1", lines.headline());
    add(body, "p", lines.summary());
    add(body, "p", lines.byline());
    var note = story.lifecycle().correctionNote();
    add(body, "p", note == null || note.isBlank() ? null : "Correction: " + note);
    body.append(text);
    body.appendElement("hr");
    var rights = story.rights();
    Stream.of(rights.creditline(), rights.copyrightNotice(), rights.usageTerms())
        .distinct()
        .forEach(line -> add(body, "p", line));
    link(body, page.address().toASCIIString());
    return document.outerHtml();
  }

  /// A word of a few lines.
  static String of(String plain) {
    var document = document("");
    plain.lines().forEach(line -> add(document.body(), "p", line));
    return document.outerHtml();
  }

  private static Document document(String title) {
    var document = Document.createShell("");
    document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    document.head().appendElement("meta").attr("charset", "utf-8");
    document.title(Legible.text(title));
    return document;
  }

  private static void add(Element body, String tag, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      body.appendElement(tag).text(Legible.text(text));
    }
  }

  private static void link(Element body, String address) {
    body.appendElement("p").appendElement("a").attr("href", address).text(address);
  }
}
