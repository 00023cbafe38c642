package newsroom.publish.destination.pages;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// What each section lists. A section that is quiet keeps what the last deep look found while
/// others fill the newest stories.
final class Sections {

  private static final int LISTED = 30;

  private final Folder folder;
  private final Masthead masthead;
  private Map<Masthead.Section, List<Page>> last = Map.of();

  Sections(Folder folder, Masthead masthead) {
    this.folder = folder;
    this.masthead = masthead;
  }

  /// The stories of each section of the site and of each that a story names.
  Map<Masthead.Section, List<Page>> of(List<Page> live, boolean whole, Predicate<Page> hidden) {
    Set<Masthead.Section> all = new LinkedHashSet<>(masthead.sections());
    live.forEach(page -> all.add(page.section()));
    Map<Masthead.Section, List<Page>> sections = new LinkedHashMap<>();
    for (Masthead.Section section : all) {
      List<Page> newest = live.stream().filter(page -> page.section().equals(section)).toList();
      Stream<Page> older = whole ? Stream.empty() : older(section, newest, hidden);
      sections.put(section, Stream.concat(newest.stream(), older).limit(LISTED).toList());
    }
    last = sections;
    return sections;
  }

  /// Another instance may have taken one of these down since: the folder knows.
  private Stream<Page> older(Masthead.Section section, List<Page> newest, Predicate<Page> hidden) {
    Set<String> listed = new LinkedHashSet<>();
    newest.forEach(page -> listed.add(page.story().uri()));
    return last.getOrDefault(section, List.of()).stream()
        .filter(page -> !listed.contains(page.story().uri()))
        .filter(hidden.negate())
        .filter(page -> !folder.gone(page.address()));
  }
}
