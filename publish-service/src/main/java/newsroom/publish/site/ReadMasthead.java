package newsroom.publish.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.publish.rendition.ArchiveAddresses;
import newsroom.publish.rendition.Lengths;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.story.Candidate.Label;
import org.jspecify.annotations.Nullable;

/// Reads what a site shows of itself.
final class ReadMasthead {

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final URI NOWHERE = URI.create("https://mistaken.invalid/");
  private static final int SHORTEST = 20;
  private static final int LONGEST = 1_000;

  private final Entry entry;

  ReadMasthead(Entry entry) {
    this.entry = entry;
  }

  Masthead read(String site, List<Rules.Place> places) {
    var name = entry.text("name");
    var address = address();
    return new Masthead(
        site,
        name,
        address,
        entry.text("language", "en"),
        Objects.requireNonNullElse(zone(entry), ZoneId.of("UTC")),
        accent(),
        entry.text("tagline", ""),
        places.stream().map(Rules.Place::section).toList(),
        labels(),
        lengths(),
        archive(address));
  }

  private URI address() {
    var text = entry.text("address");
    try {
      var address = URI.create(text.endsWith("/") ? text : text + "/");
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    if (!text.isEmpty()) {
      entry.mistake("address", "must be like https://www.example.org/, not " + text);
    }
    return NOWHERE;
  }

  /// The zone that an entry names; null where it names none.
  static @Nullable ZoneId zone(Entry entry) {
    var text = entry.optional("zone");
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException e) {
      var hint = Proof.hint(text, ZoneId.getAvailableZoneIds());
      entry.mistake("zone", "must be a time zone as America/New_York, not " + text + hint);
      return null;
    }
  }

  private String accent() {
    var text = entry.text("accent", "#1f4e8c");
    if (!COLOUR.matcher(text).matches()) {
      entry.mistake("accent", "must be a colour as \"#1f4e8c\" (in quotes), not " + text);
    }
    return text;
  }

  private Map<Label, String> labels() {
    var labels = new EnumMap<Label, String>(Label.class);
    var words = entry.entry("labels");
    for (var label : Label.values()) {
      var plain = label.name().replace('_', ' ');
      var key = label.name().toLowerCase(Locale.ROOT).replace('_', '-');
      labels.put(label, words == null ? plain : words.text(key, words.text(label.name(), plain)));
    }
    if (words != null) {
      words.nothingElse();
    }
    return Map.copyOf(labels);
  }

  /// One number is for all that lists and links: the story itself keeps its headline then.
  private Lengths lengths() {
    if (!entry.branches("headline-length")) {
      int most = length(entry, "headline-length");
      return new Lengths(0, most, most);
    }
    var lengths = Objects.requireNonNull(entry.entry("headline-length"));
    var read =
        new Lengths(length(lengths, "story"), length(lengths, "lists"), length(lengths, "promos"));
    lengths.nothingElse();
    return read;
  }

  private ArchiveAddresses archive(URI home) {
    var beginnings = new ArrayList<String>();
    for (var text : entry.texts("archive")) {
      var beginning = beginning(text);
      if (beginning == null) {
        entry.mistake(
            "archive",
            "must be beginnings of addresses as https://www.example.org/2019/, ending in /, not "
                + text);
      } else if (home.toString().startsWith(beginning)) {
        entry.mistake(
            "archive",
            "must not hold the site's own stories, which are at " + home + "; narrow " + text);
      } else {
        beginnings.add(beginning);
      }
    }
    return new ArchiveAddresses(List.copyOf(beginnings));
  }

  private static @Nullable String beginning(String text) {
    try {
      var address = new URI(text);
      boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
      boolean whole = text.endsWith("/") && address.getRawQuery() == null;
      return web && whole && address.getRawFragment() == null
          ? ArchiveAddresses.plain(address)
          : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static int length(Entry entry, String key) {
    return Objects.requireNonNullElse(entry.number(key, SHORTEST, LONGEST), 0);
  }
}
