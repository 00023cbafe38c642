package newsroom.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is filed in an oracle run, written before anything is filed: the truth that all sites are
/// held against.
///
/// @param steps in the order in which they are filed
record Script(long seed, List<Planned> stories, List<Step> steps) {

  static final int VERSIONS = 3;

  private static final int WORDS = 40;

  private static final List<String> VOCABULARY =
      List.of(
          "harbour",
          "ferry",
          "council",
          "budget",
          "orchard",
          "railway",
          "strike",
          "museum",
          "glacier",
          "reservoir",
          "election",
          "bakery",
          "lighthouse",
          "senate",
          "drought",
          "festival",
          "bridge",
          "hospital",
          "teacher",
          "vineyard",
          "tunnel",
          "parliament",
          "fishery",
          "avalanche",
          "library",
          "orchestra",
          "airport",
          "mayor",
          "flood",
          "court",
          "refinery",
          "stadium",
          "island",
          "census",
          "tariff",
          "observatory",
          "wildfire",
          "canal",
          "monastery",
          "satellite",
          "inquiry",
          "pension",
          "quarry",
          "volcano",
          "border",
          "treaty");

  /// One story.
  ///
  /// @param kill after how many of its versions its kill is filed; null where it is not killed
  /// @param embargo before which no byte of it may be seen
  record Planned(
      int number,
      String headline,
      String words,
      @Nullable Integer kill,
      @Nullable Instant embargo) {

    String guid(long seed) {
      return "oracle-" + seed + "-" + number;
    }

    String uri(long seed) {
      return Filing.uri(guid(seed));
    }

    boolean killed() {
      return kill != null;
    }
  }

  /// One wire: a version of a story, or its kill, which is what follows the last.
  record Step(Planned story, int version) {

    boolean kills() {
      return version > VERSIONS;
    }

    /// Its bytes. All versions of a killed story were made before the kill, whenever they come.
    TestWire wire(long seed, Instant beginning) {
      var text = "Marked story %d version %d end.".formatted(story.number(), version);
      var wire =
          TestWire.story(
                  story.guid(seed),
                  story.headline() + " " + version,
                  text,
                  story.words(),
                  "A third paragraph of " + story.headline(),
                  "And the last.")
              .version(version, beginning.plusSeconds(version));
      if (kills()) {
        return wire.killed();
      }
      return story.embargo() == null ? wire : wire.embargoedUntil(story.embargo());
    }
  }

  /// Writes one.
  ///
  /// @param now after which embargoes end, within this span
  static Script of(long seed, int stories, Instant now, int spanSeconds) {
    var random = new Random(seed);
    var planned =
        IntStream.range(0, stories)
            .mapToObj(
                number -> planned(number, random, now.plusSeconds(random.nextInt(spanSeconds))))
            .toList();
    record At(double when, Step step) {}
    var steps = new ArrayList<At>();
    for (var story : planned) {
      var starts = random.nextDouble();
      for (int version = 1; version <= VERSIONS; version++) {
        // some versions overtake the one before them
        steps.add(
            new At(starts + version * 0.02 + random.nextDouble() * 0.03, new Step(story, version)));
      }
      if (story.kill() != null) {
        steps.add(new At(starts + story.kill() * 0.02 + 0.03, new Step(story, VERSIONS + 1)));
      }
    }
    steps.sort(Comparator.comparingDouble(At::when));
    return new Script(seed, planned, steps.stream().map(At::step).toList());
  }

  private static Planned planned(int number, Random random, Instant ends) {
    Integer kill = number % 20 == 7 ? random.nextInt(VERSIONS + 1) : null;
    var embargo = number % 25 == 3 ? ends : null;
    var words =
        IntStream.range(0, WORDS)
            .mapToObj(_ -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
            .toList();
    var headline = words.get(0) + " " + words.get(1) + " " + words.get(2);
    return new Planned(number, headline, String.join(" ", words), kill, embargo);
  }
}
