package newsroom.publish.destination.ghost;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.cms.TagNames;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.cms.post.Known;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.html.Illustration;
import newsroom.publish.story.Story;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Draws up what is to be written to a post.
final class Draft {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int COLUMN = 1200;

  private final Desk desk;
  private final Html html;

  Draft(Desk desk, Html html) {
    this.desk = desk;
    this.html = html;
  }

  /// What is to be written.
  ///
  /// @param image the picture that leads the post; null where nothing is said of it
  record Copy(Article article, ObjectNode json, @Nullable String image) {

    /// As Ghost takes a post.
    ObjectNode body() {
      var body = JSON.objectNode();
      body.putArray("posts").add(json);
      return body;
    }

    /// Whether the post has all of it already.
    boolean changesNothing(GhostPost post, Known known) {
      boolean same = post.article().words().equals(article.words());
      boolean led = image == null || image.equals(post.image());
      return post.shown() && led && known.sent(article, same);
    }
  }

  Copy of(Dispatch.Show show, @Nullable GhostPost post, Known known, @Nullable Instant siteTime) {
    var page = show.page();
    var story = page.story();
    var lines = story.headlines();
    var title = cut(Legible.text(lines.headline().strip()), 255);
    var summary = cut(lines.summary() == null ? "" : Legible.text(lines.summary().strip()), 300);
    var content = content(page);
    var json = JSON.objectNode();
    json.put("title", title).put("html", content).put("status", "published");
    json.put("custom_excerpt", summary.isEmpty() ? null : summary);
    tags(page, post, json);
    var lead = lead(story);
    var image = image(post, known, lead == null ? null : lead.src());
    if (image != null && lead != null) {
      json.put("feature_image", image).put("feature_image_alt", cut(lead.alt(), 191));
      json.put("feature_image_caption", caption(lead));
    }
    if (post == null) {
      place(page, siteTime, json);
    } else {
      json.put("updated_at", post.updated());
    }
    return new Copy(GhostPost.article(title, content, summary), json, image);
  }

  private void place(Page page, @Nullable Instant siteTime, ObjectNode json) {
    json.put("slug", Desk.slug(page.address(), page.story().uri()));
    json.put("codeinjection_head", Desk.marker(page.story().uri()));
    json.put("published_at", posted(page.posted(), desk.notebook().now(), siteTime).toString());
    if (desk.settings().canonical()) {
      json.put("canonical_url", page.address().toString());
    }
  }

  /// Never later than the site's own clock has it: what is to come it may keep from its readers.
  static Instant posted(Instant posted, Instant now, @Nullable Instant siteTime) {
    var there = siteTime == null || siteTime.isAfter(now) ? now : siteTime;
    var latest = there.minusSeconds(5);
    return (posted.isBefore(latest) ? posted : latest).truncatedTo(ChronoUnit.SECONDS);
  }

  private String content(Page page) {
    var story = page.story();
    var lines = new ArrayList<String>();
    paragraph(lines, "", story.headlines().byline());
    paragraph(lines, "<strong>Correction</strong> ", story.lifecycle().correctionNote());
    lines.add(
        html.body(
                new Page(
                    story,
                    page.address(),
                    page.section(),
                    page.posted(),
                    page.updated(),
                    desk.promos(page)))
            // Ghost's editor has no tables; as a card of HTML they stay what they are
            .replace("<table>", "<!--kg-card-begin: html--><table>")
            .replace("</table>", "</table><!--kg-card-end: html-->"));
    var rights = story.rights();
    var owed =
        Stream.of(rights.creditline(), rights.copyrightNotice(), rights.usageTerms())
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .map(Draft::escaped)
            .collect(Collectors.joining("<br>"));
    if (!owed.isEmpty()) {
      lines.add("<p>" + owed + "</p>");
    }
    return String.join("\n", lines);
  }

  private static void paragraph(List<String> lines, String before, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      lines.add("<p>" + before + escaped(words.strip()) + "</p>");
    }
  }

  /// What an editor filed a post under stays; the newsroom only adds. Ghost takes a name that it
  /// has for the tag that it has, and makes the others.
  private void tags(Page page, @Nullable GhostPost post, ObjectNode json) {
    var there = post == null ? List.<GhostPost.Tag>of() : post.tags();
    var list = json.putArray("tags");
    there.forEach(tag -> list.addObject().put("id", tag.id()));
    var section = page.section();
    boolean files = desk.settings().section();
    if (files && there.stream().noneMatch(tag -> tag.slug().equals(section.path()))) {
      list.addObject().put("name", section.name()).put("slug", section.path());
    }
    TagNames.of(page.story(), desk.settings().tags()).stream()
        .filter(name -> !files || !name.equalsIgnoreCase(section.name()))
        // a name that begins like this is one of Ghost's own, which no reader sees
        .map(name -> Legible.text(name).replaceFirst("^#+", "").strip())
        .filter(name -> !name.isEmpty())
        .filter(name -> there.stream().noneMatch(tag -> tag.name().equalsIgnoreCase(name)))
        .forEach(name -> list.addObject().put("name", name));
  }

  private static @Nullable Illustration lead(Story story) {
    return story.pictures().stream()
        .filter(picture -> picture.id().equals(story.leadPicture()))
        .findFirst()
        .map(picture -> Illustration.of(picture, COLUMN))
        .orElse(null);
  }

  /// The lead picture, unless an editor has chosen another, or none.
  private static @Nullable String image(
      @Nullable GhostPost post, Known known, @Nullable String lead) {
    if (post == null || lead == null) {
      return lead;
    }
    var there = post.image();
    var ours = known.picture();
    boolean chosen = there != null && !there.equals(ours) && !there.equals(lead);
    boolean removed = there == null && ours != null;
    return chosen || removed ? null : lead;
  }

  private static String caption(Illustration lead) {
    return Stream.of(lead.caption(), lead.credit() == null ? null : "(" + lead.credit() + ")")
        .filter(Objects::nonNull)
        .map(Draft::escaped)
        .collect(Collectors.joining(" "));
  }

  private static String escaped(String words) {
    return Entities.escape(Legible.text(words));
  }

  private static String cut(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = words.offsetByCodePoints(0, words.codePointCount(0, most - 1));
    int space = words.lastIndexOf(' ', end);
    return words.substring(0, space > most / 2 ? space : end).strip() + "…";
  }
}
