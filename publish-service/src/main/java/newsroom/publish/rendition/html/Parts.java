package newsroom.publish.rendition.html;

import gg.jte.Content;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import newsroom.publish.rendition.Dateline;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.story.Block;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A story's text in the order of print: its blocks, the promos between them, and pictures that no
/// block names.
final class Parts {

  private static final int COLUMN = 960;

  private final Page page;
  private final Function<URI, String> href;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();

  /// @param href how to link to another story
  Parts(Page page, Function<URI, String> href) {
    this.page = page;
    this.href = href;
  }

  List<Part> list() {
    Story story = page.story();
    if (story.leadPicture() != null) {
      shown.add(story.leadPicture());
    }
    for (int index = 0; index < story.body().size(); index++) {
      add(story.body().get(index), index == 0);
      promos(index, index == story.body().size() - 1);
    }
    if (story.body().isEmpty()) {
      promos(0, true);
    }
    story.pictures().forEach(this::figure);
    return parts;
  }

  private void add(Block block, boolean first) {
    switch (block) {
      case Block.Paragraph(String markup) -> paragraph(markup, first);
      case Block.Heading(int level, String markup) ->
          parts.add(new Part.Heading(Math.clamp(level, 2, 6), Markup.safe(markup)));
      case Block.Quote(List<String> paragraphs, String attribution) ->
          parts.add(new Part.Quote(safe(paragraphs), attribution));
      case Block.Listing(boolean ordered, List<String> items) -> {
        if (!items.isEmpty()) {
          parts.add(new Part.Listing(ordered, safe(items)));
        }
      }
      case Block.Table table -> table(table);
      case Block.Figure(String picture) ->
          page.story().pictures().stream()
              .filter(one -> one.id().equals(picture))
              .forEach(this::figure);
      case Block.Embed(String url, String title) -> card(url, title);
      case Block.Promo(String label, String headline, String url) ->
          parts.add(new Part.Promo(label, headline, WebAddress.of(url)));
    }
  }

  private void promos(int after, boolean last) {
    for (Page.Promo promo : page.promos()) {
      if (promo.afterBlock() == after || (last && promo.afterBlock() > after)) {
        parts.add(new Part.Promo(promo.label(), promo.headline(), href.apply(promo.address())));
      }
    }
  }

  private void paragraph(String markup, boolean first) {
    if (!markup.isBlank()) {
      String dateline = first ? dateline(markup) : null;
      parts.add(new Part.Paragraph(dateline, Markup.safe(markup)));
    }
  }

  /// The dateline with its dash; null where the text has brought its own.
  private @Nullable String dateline(String markup) {
    var bare = Dateline.before(page.story().headlines().dateline(), Markup.words(markup));
    return bare == null ? null : bare + " —";
  }

  private void figure(Picture picture) {
    Illustration illustration = Illustration.of(picture, COLUMN);
    if (illustration != null && shown.add(picture.id())) {
      parts.add(new Part.Figure(illustration));
    }
  }

  private void card(String url, @Nullable String title) {
    String web = WebAddress.of(url);
    if (web != null) {
      String host = URI.create(web).getHost();
      String bare = host.startsWith("www.") ? host.substring(4) : host;
      parts.add(new Part.Card(web, title == null || title.isBlank() ? bare : title, bare));
    }
  }

  private void table(Block.Table table) {
    List<List<Content>> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(safe(row)));
    rows.removeIf(List::isEmpty);
    if (!rows.isEmpty()) {
      List<Content> head = table.heading() ? rows.removeFirst() : List.of();
      parts.add(new Part.Table(table.caption(), head, rows));
    }
  }

  private static List<Content> safe(List<String> markups) {
    return markups.stream().map(Markup::safe).toList();
  }
}
