package newsroom.publish.site;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// What rules may ask of a story, found out once for all sites.
final class Facts {

  private final Story story;
  private final Map<Words.Key, Set<String>> found = new EnumMap<>(Words.Key.class);

  Facts(Story story) {
    this.story = story;
  }

  Story story() {
    return story;
  }

  @Nullable Integer urgency() {
    return story.lifecycle().urgency();
  }

  /// In lower case, with all that is broader.
  Set<String> of(Words.Key key) {
    return found.computeIfAbsent(key, this::find);
  }

  /// As an editor knows them, for a sentence.
  List<String> said(Words.Key key) {
    return switch (key) {
      case SUBJECTS -> story.subjects().subjects().stream().map(Facts::said).distinct().toList();
      case PLACES -> story.subjects().places().stream().map(Facts::said).distinct().toList();
      default -> List.copyOf(plain(key));
    };
  }

  private static String said(Concept concept) {
    return concept.code() == null ? concept.name() : concept.name() + " (" + concept.code() + ")";
  }

  private Set<String> find(Words.Key key) {
    var facts = new LinkedHashSet<String>();
    switch (key) {
      case SUBJECTS -> story.subjects().subjects().forEach(it -> concept(it, facts));
      case PLACES -> story.subjects().places().forEach(it -> concept(it, facts));
      case LANGUAGES -> plain(key).forEach(tag -> language(tag, facts));
      default -> facts.addAll(plain(key));
    }
    var lower = new LinkedHashSet<String>();
    facts.forEach(fact -> lower.add(fact.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static void concept(Concept concept, Set<String> into) {
    into.add(concept.name());
    if (concept.code() != null) {
      into.add(concept.code());
      Topics.broader(concept.code(), into::add);
    }
  }

  /// `en-US` is English too.
  private static void language(String tag, Set<String> into) {
    int dash = tag.indexOf('-');
    into.add(tag);
    into.add(dash < 0 ? tag : tag.substring(0, dash));
  }

  private Collection<String> plain(Words.Key key) {
    var filing = story.origin().filing();
    var rights = story.rights();
    return switch (key) {
      case AGENCIES -> List.of(story.origin().agency());
      case DESKS -> some(filing.desk());
      case LANGUAGES -> List.of(story.headlines().language());
      case KEYWORDS -> story.subjects().keywords();
      case GENRES -> some(story.headlines().genre());
      case TYPES -> List.of(filing.type() == null ? "text" : filing.type());
      case CHANGES -> List.of(story.lifecycle().change().name().toLowerCase(Locale.ROOT));
      case USAGE_TERMS -> some(rights.usageTerms(), rights.copyrightNotice());
      case COPYRIGHT_HOLDERS -> some(rights.copyrightHolder());
      case SUBJECTS, PLACES -> List.of();
    };
  }

  private static List<String> some(@Nullable String... values) {
    return Stream.of(values)
        .<String>mapMulti(
            (value, each) -> {
              if (value != null) {
                each.accept(value);
              }
            })
        .toList();
  }
}
