package newsroom.publish.destination.drop;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.publish.story.Story;

/// How files are named, by the pattern of the site's file.
record FileNames(String pattern, String site) {

  static final String USUAL = "{sequence}-{slug}-v{version}.{ext}";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Set<String> KNOWN =
      Set.of("sequence", "slug", "version", "revision", "id", "site", "status", "ext");
  private static final int LONGEST_SLUG = 60;

  /// What a name is made of.
  ///
  /// @param status `usable`, `canceled` or `withheld`
  record Facts(long sequence, String slug, long version, int revision, String uri, String status) {}

  FileNames {
    var found = new TreeSet<String>();
    var names = PLACEHOLDER.matcher(pattern);
    while (names.find()) {
      found.add(names.group(1));
    }
    if (!KNOWN.containsAll(found)) {
      found.removeAll(KNOWN);
      throw new IllegalArgumentException(
          "file-name has {" + found.first() + "}; known are " + new TreeSet<>(KNOWN));
    }
    if (!found.contains("sequence") || !pattern.endsWith(".{ext}")) {
      throw new IllegalArgumentException(
          "file-name must have {sequence} in it and .{ext} at its end");
    }
    if (!LITERAL.matcher(PLACEHOLDER.matcher(pattern).replaceAll("x")).matches()) {
      throw new IllegalArgumentException(
          "file-name must be of letters, digits, dots, dashes and {placeholders}, not " + pattern);
    }
  }

  /// The name of the file with this end.
  String name(Facts facts, String extension) {
    var values =
        Map.of(
            "sequence", "%08d".formatted(facts.sequence()),
            "slug", facts.slug(),
            "version", String.valueOf(facts.version()),
            "revision", String.valueOf(facts.revision()),
            "id", facts.uri().substring(Math.max(0, facts.uri().length() - 12)),
            "site", site,
            "status", facts.status(),
            "ext", extension);
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), "")));
  }

  /// The name that a file has until all of it is there.
  static String half(String name) {
    return "." + name + ".tmp";
  }

  /// The desk's name of the story, else its headline, as a file's name may have it.
  static String slug(Story story) {
    var lines = story.headlines();
    var slugline = lines.slugline();
    var words = slugline == null || slugline.isBlank() ? lines.headline() : slugline;
    var plain =
        Normalizer.normalize(words, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    var cut = plain.substring(0, Math.min(LONGEST_SLUG, plain.length()));
    var slug = cut.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "story" : slug;
  }
}
