package newsroom.ingest.format.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A content item and the components around it.
///
/// @param components the outermost first
record Part(Element content, List<Element> components) {

  private static final String PICTURES =
      "(?i)(?:.*\\b)?(?:photo|picture|image|graphic|stillimage).*|jpe?g.*|gif.*|png.*|tiff?.*|.*\\.(?:jpe?g|gif|png|webp|tiff?)";
  private static final String MOVING =
      "(?i)(?:video|audio|sound|animation|flash).*|mp[34].*|mpe?g.*|wm[av].*|mov|.*\\.(?:mp[34]|mpe?g|wav|mov|avi)";
  private static final String NO_TEXT = "(?i)(?:.*/)?(?:css|javascript|xsl.*)";
  private static final String ASIDE =
      "(?i)caption|(?:sub-?)?head-?line|(?:sub-?)?title|style-?sheet|tweet.*|keywords?|picture|photo|image|graphic|logo|thumbnail";
  private static final String SUMMARY =
      "(?i)abstract|summary|teaser|synopsis|sub-?head-?line|sub-?title";

  /// What a content item is.
  enum Kind {
    TEXT,
    PICTURE,
    VIDEO,
    AUDIO,
    NONE
  }

  /// All parts under an item's component, in the order of the document.
  static List<Part> all(@Nullable Element component) {
    var parts = new ArrayList<Part>();
    if (component != null) {
      collect(component, List.of(), parts);
    }
    return parts;
  }

  private static void collect(Element component, List<Element> outer, List<Part> parts) {
    var path = new ArrayList<>(outer);
    path.add(component);
    for (var child : component.children()) {
      switch (Tree.name(child)) {
        case "ContentItem" -> parts.add(new Part(child, path));
        case "NewsComponent" -> collect(child, path, parts);
        default -> {} // a NewsItem within is a story of its own
      }
    }
  }

  Element holder() {
    return components.getLast();
  }

  Kind kind() {
    var media = formalName("MediaType");
    var format = formalName("Format");
    var mime = formalName("MimeType");
    var address = content.attr("Href");
    if (format.matches(NO_TEXT) || mime.matches(NO_TEXT)) {
      return Kind.NONE;
    }
    if (media.equalsIgnoreCase("text") || mime.startsWith("text/")) {
      return Kind.TEXT;
    }
    if (media.matches(PICTURES) || mime.startsWith("image/") || format.matches(PICTURES)) {
      return Kind.PICTURE;
    }
    if (media.isEmpty() && mime.isEmpty() && address.matches(PICTURES)) {
      return Kind.PICTURE;
    }
    for (var said : List.of(media, mime, format, address)) {
      if (said.matches(MOVING)) {
        return said.toLowerCase(Locale.ROOT).matches(".*(?:audio|sound|mp3|mpeg3|wav|wma).*")
            ? Kind.AUDIO
            : Kind.VIDEO;
      }
    }
    return Tree.child(content, "DataContent") == null ? Kind.NONE : Kind.TEXT;
  }

  /// Whether this is text that belongs to the story itself, and not beside it.
  boolean main() {
    return kind() == Kind.TEXT && !role().matches(ASIDE) && !summary();
  }

  boolean summary() {
    return kind() == Kind.TEXT && role().matches(SUMMARY);
  }

  boolean caption() {
    return kind() == Kind.TEXT && role().matches("(?i)caption|picture|photo|image|graphic");
  }

  boolean headline() {
    return kind() == Kind.TEXT && role().matches("(?i)head-?line|title");
  }

  /// The role of the nearest component that has one.
  String role() {
    for (var component : components.reversed()) {
      var role = Management.formalName(Tree.child(component, "Role"));
      if (role != null) {
        return role;
      }
    }
    return "";
  }

  /// The language of the nearest component that names one.
  @Nullable String language() {
    for (var component : components.reversed()) {
      var named =
          Plain.first(
              component.attr("xml:lang"),
              Management.formalName(Tree.child(component, "DescriptiveMetadata", "Language")));
      if (named != null) {
        return named;
      }
    }
    return null;
  }

  /// How well we read its format, the best greatest.
  int rank() {
    var format = formalName("Format") + " " + formalName("MimeType");
    return format.matches("(?i).*nitf.*") ? 3 : format.matches("(?i).*html.*") ? 2 : 1;
  }

  String formalName(String child) {
    var name = Management.formalName(Tree.child(content, child));
    return name == null ? "" : name;
  }
}
