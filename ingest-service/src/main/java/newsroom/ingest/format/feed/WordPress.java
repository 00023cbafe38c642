package newsroom.ingest.format.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.feed.FeedCopy.Standing;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what the export of WordPress (WXR) adds to RSS: whether a post is public, its dates, its
/// featured picture, the names of its authors. Menus, revisions and settings are no stories.
final class WordPress {

  static final String EXCERPT = "http://wordpress.org/export/1.2/excerpt";

  private static final String MODULE = "http://wordpress.org/export/";
  private static final Set<String> NO_STORIES =
      Set.of(
          "attachment",
          "nav_menu_item",
          "revision",
          "custom_css",
          "customize_changeset",
          "oembed_cache",
          "user_request",
          "wp_block",
          "wp_template",
          "wp_template_part",
          "wp_global_styles",
          "wp_navigation",
          "wp_font_family",
          "wp_font_face",
          "acf-field",
          "acf-field-group",
          "wpcf7_contact_form");

  private static final Pattern PARAGRAPHS = Pattern.compile("(?i)<(?:p|table|pre)[\\s>]");
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)\\s*</?(?:div|h[1-6]|ul|ol|li|blockquote|figure|hr|iframe|section|article|aside|address|dl|form)\\b.*",
          Pattern.DOTALL);
  private static final Pattern CAPTION =
      Pattern.compile(
          "\\[caption\\b[^\\]]{0,500}\\]\\s*((?:<a\\b[^>]{0,2000}>\\s*)?<img\\b[^>]{0,4000}>(?:\\s*</a>)?)([^\\[]{0,4000})\\[/caption\\]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\[/?(?:caption|gallery|embed|audio|video|playlist|vc_[a-z_]+|et_pb_[a-z_]+)\\b[^\\]\\n]{0,2000}\\]");

  private final ZoneId zone;
  private final Map<String, String> nameByLogin = new HashMap<>();
  private final Map<String, String> addressByPost = new HashMap<>();

  WordPress(Entry channel, List<Element> items, ZoneId zone) {
    this.zone = zone;
    for (var author : channel.of(MODULE, "author")) {
      var login = Tree.text(author, "author_login");
      var name = Tree.text(author, "author_display_name");
      if (login != null && name != null) {
        nameByLogin.putIfAbsent(login, name);
      }
    }
    for (var item : items) {
      var address = Tree.text(item, "attachment_url");
      var post = address == null ? null : Tree.text(item, "post_id");
      if (address != null && post != null) {
        addressByPost.putIfAbsent(post, address);
      }
    }
  }

  /// Whether this item is of such an export.
  boolean wrote(Entry item) {
    return !item.of(MODULE, "status").isEmpty() || !item.of(MODULE, "post_type").isEmpty();
  }

  boolean isStory(Entry item) {
    var type = Entry.text(item.of(MODULE, "post_type"));
    return type == null || !NO_STORIES.contains(type);
  }

  /// A post that is planned waits for its time; one that is not public, or behind a password, is
  /// withheld.
  Standing standing(Entry item) {
    var status = String.valueOf(Entry.text(item.of(MODULE, "status")));
    var locked = Entry.text(item.of(MODULE, "post_password")) != null;
    var planned = status.equals("future") ? published(item) : null;
    return switch (status) {
      case "trash" -> new Standing(Status.CANCELED, null, null);
      case "future" ->
          new Standing(planned == null || locked ? Status.WITHHELD : Status.USABLE, planned, null);
      case "publish", "inherit", "null" ->
          locked ? new Standing(Status.WITHHELD, null, null) : Standing.USABLE;
      default -> new Standing(Status.WITHHELD, null, null);
    };
  }

  @Nullable Instant published(Entry item) {
    return date(item, "post_date");
  }

  @Nullable Instant modified(Entry item) {
    return date(item, "post_modified");
  }

  /// The address of the post's featured picture.
  @Nullable String picture(Entry item) {
    for (var meta : item.of(MODULE, "postmeta")) {
      var value = Tree.text(meta, "meta_value");
      if ("_thumbnail_id".equals(Tree.text(meta, "meta_key")) && value != null) {
        return addressByPost.get(value);
      }
    }
    return null;
  }

  /// Names as they are shown, for those that are log-ins.
  List<String> shown(List<String> names) {
    return names.stream().map(name -> nameByLogin.getOrDefault(name, name)).toList();
  }

  /// Its editor leaves out paragraphs, and writes captions in brackets.
  static String html(String written) {
    var plain =
        CAPTION.matcher(written).replaceAll("<figure>$1<figcaption>$2</figcaption></figure>");
    var text = SHORTCODE.matcher(plain).replaceAll("");
    if (PARAGRAPHS.matcher(text).find()) {
      return text;
    }
    var html = new StringBuilder(text.length() + 64);
    for (var part : BLANK_LINE.split(text, -1)) {
      html.append(
          BLOCK.matcher(part).matches()
              ? part
              : "<p>" + part.strip().replaceAll("\\R", "<br>") + "</p>");
    }
    return html.toString();
  }

  private @Nullable Instant date(Entry item, String name) {
    var universal = FeedDate.parse(Entry.text(item.of(MODULE, name + "_gmt")), ZoneOffset.UTC);
    return universal == null ? FeedDate.parse(Entry.text(item.of(MODULE, name)), zone) : universal;
  }
}
