package newsroom.ingest.format.feed;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.copy.WireText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/// A text in a feed: words, markup written as text, or markup as elements; any of it may be in
/// base64. What kind it is follows from `type` and `mode`; where an Atom text claims to be words
/// but is plainly markup, it is read as markup, as every reader does.
record Marked(Kind kind, Element element, String text) {

  enum Kind {
    WORDS,
    MARKUP,
    TREE
  }

  private static final Pattern ATOM = Pattern.compile("(?i)https?://.*\\batom\\b.*");
  private static final Pattern SIGN_OF_MARKUP = Pattern.compile("</\\w+\\s*>|&#?\\w+;");
  private static final Pattern TAG_NAME = Pattern.compile("</?([a-zA-Z][\\w:-]*)");
  private static final Pattern ENTITY_NAME = Pattern.compile("&([a-zA-Z]\\w*);");
  private static final Pattern ESCAPED_TAG =
      Pattern.compile(
          "(?i)&lt;(?:br\\s*/?|/(?:p|div|ul|ol|li|a|span|b|i|strong|em|h[1-6]|blockquote))\\s*&gt;");
  private static final Pattern CLOSED_AS_XML =
      Pattern.compile(
          "(?i)<(iframe|script|style|title|textarea|noframes|noscript)\\b([^<>]{0,2000})/>");
  private static final Pattern TEXTUAL = Pattern.compile("text/.*|.*[/+]xml(?:;.*)?|x?html|text");
  private static final Pattern BINARY = Pattern.compile("(?:image|audio|video|font)/(?!svg).*");
  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "svg", "annotation", "annotation-xml");

  static Marked of(Element element) {
    var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    if (!element.children().isEmpty()) {
      var wrapped = type.endsWith("html") && !type.contains("x") ? wrapped(element) : null;
      return wrapped == null
          ? new Marked(Kind.TREE, element, "")
          : new Marked(Kind.MARKUP, element, wrapped);
    }
    var text = element.wholeText();
    var packed =
        element.attr("mode").equalsIgnoreCase("base64")
            || (isAtom(element) && type.contains("/") && !TEXTUAL.matcher(type).matches());
    if (packed) {
      text = BINARY.matcher(type).matches() ? "" : unpacked(text);
    }
    return new Marked(words(element, type, text) ? Kind.WORDS : Kind.MARKUP, element, text);
  }

  /// One line of plain text.
  @Nullable String plain() {
    return switch (kind) {
      case WORDS -> Plain.text(text);
      case MARKUP -> Plain.ofMarkup(once(text));
      case TREE -> Plain.text(seen(element));
    };
  }

  List<Block> blocks(@Nullable String base, Pictures pictures) {
    return switch (kind) {
      case WORDS -> Blocks.ofText(text);
      case MARKUP -> Blocks.ofHtml(once(text), base, pictures);
      case TREE -> Blocks.ofTree(element, base, pictures);
    };
  }

  /// Markup as text in a lone element, which some put around what they escaped.
  private static @Nullable String wrapped(Element element) {
    var alone =
        element.childrenSize() == 1 && element.ownText().isBlank() ? element.child(0) : null;
    return alone != null && alone.childrenSize() == 0 && plainlyMarkup(alone.wholeText())
        ? alone.wholeText()
        : null;
  }

  private static boolean words(Element element, String type, String text) {
    var claimed =
        type.equals("text")
            || type.startsWith("text/plain")
            || (isAtom(element) && type.isEmpty())
            || (isAtom(element) && type.contains("/") && !TEXTUAL.matcher(type).matches());
    return claimed && !plainlyMarkup(text);
  }

  /// Words with a tag that closes, or with a character by its name, and no tag that HTML lacks.
  private static boolean plainlyMarkup(String text) {
    return SIGN_OF_MARKUP.matcher(text).find()
        && TAG_NAME.matcher(text).results().allMatch(tag -> Tag.isKnownTag(tag.group(1)))
        && ENTITY_NAME.matcher(text).results().allMatch(e -> Entities.isNamedEntity(e.group(1)));
  }

  /// Some programs escape their markup twice; some close elements as XML does that HTML takes for
  /// open, so that all text after them would be theirs.
  private static String once(String text) {
    var markup =
        text.indexOf('<') < 0 && ESCAPED_TAG.matcher(text).find()
            ? Parser.unescapeEntities(text, false)
            : text;
    return markup.contains("/>") ? CLOSED_AS_XML.matcher(markup).replaceAll("<$1$2></$1>") : markup;
  }

  private static String unpacked(String text) {
    try {
      return WireText.read(Base64.getMimeDecoder().decode(text.strip()), null).text();
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static boolean isAtom(Element element) {
    return ATOM.matcher(element.tag().namespace()).matches();
  }

  private static String seen(Element element) {
    var seen = new StringBuilder();
    for (var child : element.childNodes()) {
      if (child instanceof TextNode words) {
        seen.append(words.getWholeText());
      } else if (child instanceof Element inner
          && !SILENT.contains(inner.tag().localName().toLowerCase(Locale.ROOT))) {
        seen.append(inner.tag().isBlock() || inner.tag().localName().equals("br") ? " " : "");
        seen.append(seen(inner));
      }
    }
    return seen.toString();
  }
}
