package newsroom.publish.destination.wordpress;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.TagNames;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.cms.post.Known;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Draws up what is to be written to a post, with its categories, tags and pictures in place.
final class Draft {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Desk desk;
  private final Terms terms;
  private final Gallery gallery;

  Draft(Desk desk, Terms terms, Gallery gallery) {
    this.desk = desk;
    this.terms = terms;
    this.gallery = gallery;
  }

  /// What is to be written.
  ///
  /// @param featured the picture that leads the post; null where nothing is said of it
  record Copy(Article article, ObjectNode json, @Nullable Long featured) {

    /// Whether the post has all of it already.
    boolean changesNothing(SitePost post, Known known) {
      boolean same = post.article().words().equals(article.words());
      boolean led = featured == null || featured == post.filed().featured();
      return post.status().equals("publish") && led && known.sent(article, same);
    }

    /// The picture, as it is remembered.
    @Nullable String picture() {
      return featured == null ? null : String.valueOf(featured);
    }
  }

  Copy of(
      Dispatch.Show show,
      @Nullable SitePost post,
      Known known,
      @Nullable Instant siteTime,
      Budget budget)
      throws Setback {
    var page = show.page();
    var story = page.story();
    var prints = gallery.prints(story, budget);
    var article =
        new Layout(page, prints, desk.notebook().links(page), desk.settings().blocks()).article();
    var json = JSON.objectNode();
    json.put("title", article.title()).put("content", article.content());
    json.put("excerpt", article.excerpt()).put("status", "publish");
    terms(show, post, budget, json);
    var lead = story.leadPicture() == null ? null : prints.get(story.leadPicture());
    var featured = featured(post, known, lead == null ? 0 : lead.media());
    if (featured != null) {
      json.put("featured_media", featured);
    }
    if (post == null) {
      place(page, siteTime, json);
    } else {
      json.put("newsroom_seen", post.modified());
    }
    if (desk.api().plugin()) {
      note(show, article, json);
    }
    return new Copy(article, json, featured);
  }

  private void place(Page page, @Nullable Instant siteTime, ObjectNode json) {
    var now = desk.notebook().now();
    json.put("slug", Desk.slug(page.address(), page.story().uri()));
    json.put("date_gmt", gmt(Bringing.posted(page.posted(), now, siteTime)));
  }

  private static void note(Dispatch.Show show, Article article, ObjectNode json) {
    json.putObject("meta")
        .put("_newsroom_uri", show.uri())
        .put("_newsroom_version", SitePost.version(show.mark()))
        .put("_newsroom_hash", article.words());
  }

  /// What an editor filed a post under stays; the newsroom only adds.
  private void terms(Dispatch.Show show, @Nullable SitePost post, Budget budget, ObjectNode json)
      throws Setback {
    if (desk.settings().section()) {
      var category = terms.category(show.page().section(), budget);
      add(json, "categories", post == null ? List.of() : post.filed().categories(), category);
    }
    var tags = terms.tags(tags(show.page().story()), budget);
    add(json, "tags", post == null ? List.of() : post.filed().tags(), tags);
  }

  private static void add(ObjectNode json, String field, List<Long> there, List<Long> ours) {
    var all = new LinkedHashSet<>(there);
    all.addAll(ours);
    if (!ours.isEmpty()) {
      var list = json.putArray(field);
      all.forEach(list::add);
    }
  }

  private List<String> tags(Story story) {
    return TagNames.of(story, desk.settings().tags()).stream().map(Blocks::text).toList();
  }

  /// The lead picture, unless an editor has chosen another.
  private static @Nullable Long featured(@Nullable SitePost post, Known known, long lead) {
    if (post == null) {
      return lead == 0 ? null : (Long) lead;
    }
    long there = post.filed().featured();
    var ours = known.picture() == null ? null : Long.valueOf(known.picture());
    boolean chosen = there != 0 && !Long.valueOf(there).equals(ours) && there != lead;
    boolean removed = there == 0 && ours != null && ours == lead;
    return chosen || removed || (lead == 0 && ours == null) ? null : (Long) lead;
  }

  /// The post's date, where the site put it into its future though it had been asked for the time:
  /// a day earlier.
  SitePost now(SitePost post, Budget budget) throws Setback {
    var there = gmt(desk.notebook().now().minus(Duration.ofDays(1)));
    var body = JSON.objectNode().put("date_gmt", there).put("status", "publish");
    var reply = desk.api().post("posts/" + post.id(), body, budget).orRefused();
    return SitePost.from(reply.body());
  }

  /// A category, tag or picture that somebody deleted at the site is found or made anew next time.
  void check(SitePost post, Copy copy) {
    var featured = copy.featured();
    if (featured != null && featured != 0 && featured != post.filed().featured()) {
      gallery.forget(featured);
    }
    boolean filed =
        post.filed().categories().containsAll(numbers(copy.json(), "categories"))
            && post.filed().tags().containsAll(numbers(copy.json(), "tags"));
    if (!filed) {
      terms.forget();
    }
  }

  private static List<Long> numbers(ObjectNode json, String field) {
    var numbers = new ArrayList<Long>();
    json.path(field).forEach(number -> numbers.add(number.asLong(0)));
    return numbers;
  }

  /// Always with seconds: WordPress takes no time without them.
  private static String gmt(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
