package newsroom.enrichment.enricher.related;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import newsroom.schema.Published;

/// Writes as many fictional stories as wanted, each about something else, in the words that all
/// newspapers share.
final class Newspaper {

  private static final List<String> TOWNS =
      List.of(
          "Harnow", "Quillbury", "Port Esker", "Dunmere", "Vasto Bay", "Lindqvist Falls", "Orrin");
  private static final List<String> PEOPLE =
      List.of("Tamsin Okoro", "Lars Pettibone", "Ines Valcourt", "Bram Halloran", "Yuki Sandoval");
  private static final List<String> SUBJECTS =
      List.of(
          "library",
          "orchestra",
          "bakery",
          "harbour",
          "football club",
          "tram",
          "bridge",
          "museum",
          "orchard",
          "brewery",
          "zoo",
          "observatory",
          "theatre",
          "cycle path",
          "lighthouse",
          "ferry",
          "vineyard",
          "choir",
          "post office",
          "swimming pool");
  private static final List<String> EVENTS =
      List.of(
          "reopens after repairs",
          "loses its director",
          "wins a prize",
          "closes for the winter",
          "asks for more money",
          "celebrates a hundred years",
          "moves to a new home",
          "is sold to a family",
          "sues its builder",
          "finds a forgotten letter");
  private static final List<String> SENTENCES =
      List.of(
          "The %1$s in %2$s %3$s, officials said on Tuesday.",
          "\"We have waited a long time for this,\" said %4$s, who has led the %1$s for nine years.",
          "The city council of %2$s voted on the plan last month, after a year of talks.",
          "Residents told reporters that the %1$s was part of their life.",
          "According to a report, costs rose by %5$d percent over the year.",
          "The government is expected to decide on support for the %1$s by the end of the month.",
          "Police said no one was hurt and that there was no threat to the public.",
          "%4$s said people from all over the country had written to the %1$s.",
          "A spokeswoman for the mayor of %2$s declined to comment on the money.",
          "The next meeting about the %1$s is to take place in %2$s on Friday.");

  private Newspaper() {}

  static List<Published> stories(int many) {
    var random = new Random(1848);
    var stories = new ArrayList<Published>();
    for (int i = 0; i < many; i++) {
      stories.add(story(i, random));
    }
    return stories;
  }

  private static Published story(int number, Random random) {
    var subject = SUBJECTS.get(number % SUBJECTS.size()) + " of Saint " + name(number);
    var town = TOWNS.get(random.nextInt(TOWNS.size()));
    var event = EVENTS.get(random.nextInt(EVENTS.size()));
    var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    var sentences = new ArrayList<String>();
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      var sentence = SENTENCES.get((number + i) % SENTENCES.size());
      sentences.add(sentence.formatted(subject, town, event, person, 1 + random.nextInt(40)));
    }
    var headline = "%s: %s %s".formatted(town, subject, event);
    return live(
        article("filler" + number, headline, String.join("\n", sentences))
            .setVersionCreated(NOON.minus(Duration.ofHours(random.nextInt(500))))
            .build());
  }

  /// A name that no other story has, of three syllables.
  private static String name(int number) {
    var syllables = List.of("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su");
    return "X"
        + syllables.get(number / 100 % 10)
        + syllables.get(number / 10 % 10)
        + syllables.get(number % 10);
  }
}
