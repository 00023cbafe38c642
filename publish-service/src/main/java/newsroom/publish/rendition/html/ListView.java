package newsroom.publish.rendition.html;

import java.time.LocalDate;
import java.util.List;
import newsroom.publish.rendition.Card;
import org.jspecify.annotations.Nullable;

/// What a page of a list of stories shows.
///
/// @param heading above the list
/// @param about one sentence for those who list or share the page
/// @param stories first shown last first
public record ListView(
    Furniture site, Leaf leaf, String heading, String about, List<Teaser> stories) {

  static ListView of(Leaf leaf, List<Card> cards, Furniture site) {
    List<Teaser> stories = cards.stream().map(card -> Teaser.of(card, site)).toList();
    return new ListView(site, leaf, heading(leaf, site.words()), about(leaf, site), stories);
  }

  private static String heading(Leaf leaf, Words words) {
    return switch (leaf.kind()) {
      case DAY -> words.date("day").format(LocalDate.parse(leaf.name()));
      case TOPIC -> CalendarView.capital(leaf.name());
      case SECTION, AUTHOR -> leaf.name();
    };
  }

  private static String about(Leaf leaf, Furniture site) {
    Words words = site.words();
    String name = site.masthead().name();
    return switch (leaf.kind()) {
      case SECTION -> words.say("about-section", leaf.name(), name);
      case TOPIC -> words.say("topic", leaf.name()) + " | " + name;
      case AUTHOR -> words.say("author", leaf.name()) + " | " + name;
      case DAY -> words.say("about-section", heading(leaf, words), name);
    };
  }

  /// The heading with the number of the page, where it has one.
  public String title() {
    return leaf.number() == 0
        ? heading
        : site.words().say("page-of", heading, Integer.toString(leaf.number()));
  }

  /// What kind of list this is; null where the heading says it.
  public @Nullable String kicker() {
    return switch (leaf.kind()) {
      case SECTION -> null;
      case TOPIC -> site.words().say("topics");
      case AUTHOR -> site.words().say("stories-in");
      case DAY -> site.words().say("archive");
    };
  }

  public boolean section() {
    return leaf.kind() == Leaf.Kind.SECTION;
  }

  /// The section whose place in the navigation is lit.
  public String current() {
    return section() ? leaf.home() : "";
  }

  /// Where the kind of list leads; null where it leads nowhere.
  public @Nullable String up() {
    if (leaf.kind() != Leaf.Kind.DAY) {
      return null;
    }
    return leaf.home().substring(0, leaf.home().lastIndexOf('/') + 1);
  }
}
