package newsroom.ingest.format.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Collects what an entry is about: its categories, those of Dublin Core and of Media RSS, and
/// keywords.
final class Topics {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String ITUNES = "http://www.itunes.com/dtds/podcast";
  private static final String MEDIA = "http://search.yahoo.com/mrss";
  private static final Pattern CODE = Pattern.compile("[\\w.-]+:\\S+");

  private final Set<Concept> subjects = new LinkedHashSet<>();
  private final Set<String> keywords = new LinkedHashSet<>();

  /// All that an RSS item says.
  static Copy.Subjects ofItem(Entry item) {
    return new Topics()
        .written(item.own("category"))
        .written(item.dublinCore("subject"))
        .labelled(item.of(ATOM, "category"))
        .written(item.of(MEDIA, "category"))
        .keywords(item.of(ITUNES, "keywords"))
        .keywords(item.of(MEDIA, "keywords"))
        .subjects();
  }

  /// All that an Atom entry says.
  static Copy.Subjects ofEntry(Entry entry) {
    return new Topics()
        .labelled(entry.own("category"))
        .written(entry.dublinCore("subject"))
        .written(entry.of(MEDIA, "category"))
        .keywords(entry.of(MEDIA, "keywords"))
        .subjects();
  }

  /// Atom: `term`, `label` and `scheme`.
  Topics labelled(List<Element> categories) {
    for (var category : categories) {
      var term = Tree.attribute(category, "term");
      var name = Plain.first(category.attr("label"), term, category.text());
      add(code(term, Tree.attribute(category, "scheme")), name, Tree.attribute(category, "scheme"));
    }
    return this;
  }

  /// RSS and the modules: the text, within a domain; a tag of WordPress is a keyword.
  Topics written(List<Element> categories) {
    for (var category : categories) {
      var name = Plain.first(Marked.of(category).plain(), category.attr("label"));
      var domain = Plain.first(category.attr("domain"), category.attr("scheme"));
      if ("post_tag".equals(domain) && name != null) {
        keywords.add(name);
      } else if (!"post_format".equals(domain)) {
        add(null, name, "category".equals(domain) ? null : domain);
      }
    }
    return this;
  }

  /// Lists with commas between.
  Topics keywords(List<Element> lists) {
    for (var list : Entry.texts(lists)) {
      Arrays.stream(list.split("[,;]", -1)).map(Plain::text).forEach(this::addKeyword);
    }
    return this;
  }

  Copy.Subjects subjects() {
    return new Copy.Subjects(
        null, List.copyOf(subjects), List.of(), List.of(), List.of(), new ArrayList<>(keywords));
  }

  private void addKeyword(@Nullable String keyword) {
    if (keyword != null) {
      keywords.add(keyword);
    }
  }

  private void add(@Nullable String code, @Nullable String name, @Nullable String scheme) {
    if (name != null) {
      subjects.add(new Concept(code, name, scheme));
    }
  }

  /// The term, where it or its scheme makes it one that means the same everywhere.
  private static @Nullable String code(@Nullable String term, @Nullable String scheme) {
    if (term == null || CODE.matcher(term).matches()) {
      return term;
    }
    if (scheme != null && scheme.matches("https?://\\S+[/#]") && term.matches("\\S+")) {
      return scheme + term;
    }
    return scheme != null && scheme.matches("[\\w.-]+") && term.matches("\\d+")
        ? scheme + ":" + term
        : null;
  }
}
