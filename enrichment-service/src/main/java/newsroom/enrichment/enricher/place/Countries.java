package newsroom.enrichment.enricher.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Knows which country a place is in: by what stands behind its name, or by the name of a city that
/// everybody takes for one.
///
/// @param cities ISO 3166 code of the country by the city's name in small letters
/// @param spellings each city's name as it is written
/// @param regions ISO 3166 codes by the names of countries and of states of the USA
record Countries(
    Map<String, String> cities, Map<String, String> spellings, Map<String, String> regions) {

  private static final String FILE = "cities.txt";

  /// Datelines are written in these.
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

  /// What is said for a country and is not its name.
  private static final Map<String, String> ALSO =
      Map.of(
          "u.s.", "US", "usa", "US", "uk", "GB", "england", "GB", "scotland", "GB", "wales", "GB");

  /// As written out, and as AP shortens them.
  private static final String STATES =
      "alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware"
          + " del florida fla georgia ga hawaii idaho illinois ill indiana ind iowa kansas kan kentucky ky"
          + " louisiana la maine maryland md massachusetts mass michigan mich minnesota minn mississippi miss"
          + " missouri mo montana mont nebraska neb nevada nev ohio oklahoma okla oregon ore pennsylvania pa"
          + " tennessee tenn texas utah vermont vt virginia va washington wash wisconsin wis wyoming wyo"
          + " n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c new~hampshire new~jersey new~mexico new~york"
          + " north~carolina north~dakota rhode~island south~carolina south~dakota west~virginia";

  /// Each line is a country's code and its cities, in whatever languages.
  static Countries read() {
    var cities = new HashMap<String, String>();
    var spellings = new HashMap<String, String>();
    for (var line : lines()) {
      for (var city : line.substring(3).split(", ", -1)) {
        cities.put(small(city), line.substring(0, 2));
        spellings.put(small(city), city);
      }
    }
    return new Countries(Map.copyOf(cities), Map.copyOf(spellings), regionNames());
  }

  private static List<String> lines() {
    try (var in = Countries.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in this build");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static Map<String, String> regionNames() {
    var names = new HashMap<>(ALSO);
    for (var state : STATES.split(" ", -1)) {
      names.put(state.replace('~', ' '), "US");
    }
    for (var language : LANGUAGES) {
      for (var code : Locale.getISOCountries()) {
        var name = Locale.of("", code).getDisplayCountry(Locale.of(language));
        // the country and not the state of its name
        names.put(small(name), code);
      }
    }
    return Map.copyOf(names);
  }

  boolean knows(String city) {
    return cities.containsKey(small(city));
  }

  /// @param region empty where none is named
  Optional<String> of(String place, String region) {
    return Optional.ofNullable(
        region.isEmpty() ? cities.get(small(place)) : regions.get(small(region)));
  }

  /// The place as it is written in a sentence.
  String spelled(String place) {
    var known = spellings.get(small(place));
    if (known != null) {
      return known;
    }
    boolean capitals = place.codePoints().noneMatch(Character::isLowerCase);
    return capitals ? inSmall(place) : place;
  }

  private static String inSmall(String capitals) {
    var words = new ArrayList<String>();
    for (var word : capitals.split(" ", -1)) {
      var small = new StringBuilder();
      boolean first = true;
      for (int c : word.codePoints().toArray()) {
        small.appendCodePoint(first ? c : Character.toLowerCase(c));
        first = !Character.isLetter(c);
      }
      words.add(small.toString());
    }
    return String.join(" ", words);
  }

  private static String small(String text) {
    var small = text.toLowerCase(Locale.ROOT).strip();
    return small.length() > 4 && small.endsWith(".")
        ? small.substring(0, small.length() - 1)
        : small;
  }
}
