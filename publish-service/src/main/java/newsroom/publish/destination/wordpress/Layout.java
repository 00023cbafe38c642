package newsroom.publish.destination.wordpress;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.wordpress.Media.Print;
import newsroom.publish.rendition.Dateline;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.html.Illustration;
import newsroom.publish.rendition.html.Markup;
import newsroom.publish.story.Block;
import newsroom.publish.story.Picture;
import org.jspecify.annotations.Nullable;

/// Makes a page the text of a post.
final class Layout {

  private static final int COLUMN = 960;

  private final Page page;
  private final Map<String, Print> prints;
  private final Map<URI, URI> links;
  private final Blocks post;
  private final Set<String> shown = new HashSet<>();

  /// A layout.
  ///
  /// @param prints the pictures that are in the site's library
  /// @param links the site's own addresses of stories that the page links to
  Layout(Page page, Map<String, Print> prints, Map<URI, URI> links, boolean blocks) {
    this.page = page;
    this.prints = prints;
    this.links = links;
    this.post = new Blocks(blocks);
  }

  Article article() {
    var story = page.story();
    var lines = story.headlines();
    lead();
    byline(lines.byline());
    correction(story.lifecycle().correctionNote());
    var body = story.body();
    for (int index = 0; index < body.size(); index++) {
      add(body.get(index), index == 0);
      promos(index, index == body.size() - 1);
    }
    if (body.isEmpty()) {
      promos(0, true);
    }
    story.pictures().forEach(this::figure);
    rights();
    var summary = lines.summary() == null ? "" : lines.summary().strip();
    return new Article(Blocks.text(lines.headline().strip()), post.content(), Blocks.text(summary));
  }

  /// The theme shows the picture that leads the story, where the site has it.
  private void lead() {
    var lead = page.story().leadPicture();
    if (lead != null && prints.containsKey(lead)) {
      shown.add(lead);
    } else {
      picture(lead);
    }
  }

  private void picture(@Nullable String id) {
    page.story().pictures().stream()
        .filter(picture -> picture.id().equals(id))
        .forEach(this::figure);
  }

  private void byline(@Nullable String byline) {
    if (byline != null && !byline.isBlank()) {
      paragraph("newsroom-byline", Blocks.text(byline.strip()));
    }
  }

  private void correction(@Nullable String note) {
    if (note != null && !note.isBlank()) {
      paragraph("newsroom-correction", "<strong>Correction</strong> " + Blocks.text(note.strip()));
    }
  }

  private void rights() {
    var rights = page.story().rights();
    var lines =
        Stream.of(rights.creditline(), rights.copyrightNotice(), rights.usageTerms())
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .map(Blocks::text)
            .collect(Collectors.joining("<br>"));
    if (!lines.isEmpty()) {
      paragraph("newsroom-rights", lines);
    }
  }

  private void paragraph(String look, String html) {
    post.add(
        "paragraph",
        "{\"className\":\"" + look + "\"}",
        "<p class=\"" + look + "\">" + html + "</p>");
  }

  private void add(Block block, boolean first) {
    switch (block) {
      case Block.Paragraph(var markup) -> {
        if (!markup.isBlank()) {
          var text = (first ? dateline(markup) : "") + Blocks.inline(markup);
          post.add("paragraph", null, "<p>" + text + "</p>");
        }
      }
      case Block.Heading(var level, var markup) -> {
        int size = Math.clamp(level, 2, 6);
        var attributes = size == 2 ? null : "{\"level\":" + size + "}";
        post.add(
            "heading", attributes, "<h" + size + ">" + Blocks.inline(markup) + "</h" + size + ">");
      }
      case Block.Quote(var paragraphs, var by) -> post.quote(paragraphs, by);
      case Block.Listing(var ordered, var items) -> post.list(ordered, items);
      case Block.Table table -> post.table(table);
      case Block.Figure(var id) -> picture(id);
      case Block.Embed(var url, var title) -> card(url, title);
      case Block.Promo(var label, var headline, var url) ->
          promo(label, headline, WebAddress.of(url));
    }
  }

  private String dateline(String markup) {
    var dateline = Dateline.before(page.story().headlines().dateline(), Markup.words(markup));
    return dateline == null ? "" : Blocks.text(dateline) + " — ";
  }

  /// A link that leads nowhere on this site is none: its story is not live here.
  private void promos(int after, boolean last) {
    for (var promo : page.promos()) {
      var address = links.get(promo.address());
      boolean here = promo.afterBlock() == after || (last && promo.afterBlock() > after);
      if (here && address != null) {
        promo(promo.label(), promo.headline(), address.toString());
      }
    }
  }

  private void promo(String label, String headline, @Nullable String address) {
    var words = Blocks.text(headline);
    var linked =
        address == null ? words : "<a href=\"" + Blocks.text(address) + "\">" + words + "</a>";
    paragraph("newsroom-promo", "<strong>" + Blocks.text(label) + "</strong> | " + linked);
  }

  private void figure(Picture picture) {
    var shot = Illustration.of(picture, COLUMN);
    if (shot == null || !shown.add(picture.id())) {
      return;
    }
    var print = prints.get(picture.id());
    var src = print == null ? shot.src() : print.src();
    var number = print == null ? "" : " class=\"wp-image-" + print.media() + "\"";
    var words =
        Stream.of(shot.caption(), shot.credit() == null ? null : "(" + shot.credit() + ")")
            .filter(Objects::nonNull)
            .map(Blocks::text)
            .collect(Collectors.joining(" "));
    post.add(
        "image",
        print == null ? null : "{\"id\":" + print.media() + "}",
        "<figure class=\"wp-block-image\"><img src=\"%s\" alt=\"%s\"%s/>%s</figure>"
            .formatted(
                Blocks.text(src),
                Blocks.text(shot.alt()),
                number,
                words.isEmpty() ? "" : Blocks.figcaption(words)));
  }

  private void card(String url, @Nullable String title) {
    var web = WebAddress.of(url);
    if (web != null) {
      var words = title == null || title.isBlank() ? URI.create(web).getHost() : title;
      var link = "<a href=\"" + Blocks.text(web) + "\">" + Blocks.text(words) + "</a>";
      post.add("paragraph", null, "<p>" + link + "</p>");
    }
  }
}
