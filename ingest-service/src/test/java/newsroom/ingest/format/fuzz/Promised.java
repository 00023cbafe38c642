package newsroom.ingest.format.fuzz;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What every copy promises, whatever its wire was.
final class Promised {

  private static final Set<String> INLINE =
      Set.of("a", "b", "br", "code", "em", "i", "s", "strong", "sub", "sup", "u");

  private Promised() {}

  /// Fails on the first promise that the copy breaks.
  static void of(Copy copy) {
    holds(!copy.guid().isBlank(), "a guid", copy.guid());
    holds(copy.lifecycle().version() >= 1, "a version", copy.guid());
    copy.body().forEach(Promised::block);
    copy.pictures().stream()
        .flatMap(picture -> picture.renditions().stream())
        .forEach(rendition -> web(rendition.href()));
    var lines = copy.headlines();
    plain(copy.guid());
    plain(lines.headline());
    plain(lines.summary());
    plain(lines.byline());
  }

  private static void block(Block block) {
    switch (block) {
      case Block.Paragraph(var markup) -> inline(markup);
      case Block.Heading(var level, var markup) -> {
        holds(level >= 2 && level <= 6, "a level of 2 to 6", markup);
        inline(markup);
      }
      case Block.Quote(var paragraphs, var _) -> paragraphs.forEach(Promised::inline);
      case Block.Listing(var _, var items) -> items.forEach(Promised::inline);
      case Block.Table(var _, var _, var rows) ->
          rows.stream().flatMap(List::stream).forEach(Promised::inline);
      case Block.Figure(var picture) -> holds(!picture.isBlank(), "a picture", picture);
      case Block.Embed(var url, var _) -> web(url);
      case Block.Promo(var _, var _, var url) -> web(url);
    }
  }

  private static void inline(String markup) {
    plain(markup);
    Stream.concat(
            Jsoup.parseBodyFragment(markup).head().children().stream(),
            Jsoup.parseBodyFragment(markup).body().getAllElements().stream().skip(1))
        .forEach(Promised::safe);
  }

  private static void safe(Element element) {
    holds(INLINE.contains(element.normalName()), "inline markup only", element.outerHtml());
    for (var attribute : element.attributes()) {
      var link = element.nameIs("a") && "href".equals(attribute.getKey());
      holds(link, "no attribute but href", element.outerHtml());
      holds(
          attribute.getValue().matches("(?is)(https?://|mailto:).*"),
          "an address of the web",
          attribute.getValue());
    }
  }

  private static void web(@Nullable String url) {
    holds(url == null || url.matches("(?is)https?://.+"), "an address of the web", url);
  }

  private static void plain(@Nullable String text) {
    holds(
        text == null || text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r'),
        "no control characters",
        text);
  }

  private static void holds(boolean promise, String what, @Nullable String found) {
    if (!promise) {
      throw new IllegalStateException(what + " was promised, not: " + found);
    }
  }
}
