package newsroom.publish.rendition;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;

/// What stories are gathered under besides their section: a subject, a keyword, an author.
///
/// @param path its part of an address; names that are spelled alike are one tag
/// @param name as readers know it
public record Tag(String path, String name) {

  private static final int TOPICS = 12;
  private static final int AUTHORS = 6;
  private static final int LONGEST = 80;
  private static final Pattern BY =
      Pattern.compile("(?iu)^(?:by|von|par|por|di|da|door|av|af)\\s+");
  private static final Map<String, Pattern> JOINTS =
      Map.of(
          "en", joint("and"),
          "de", joint("und"),
          "fr", joint("et"),
          "es", joint("y|e"),
          "it", joint("e|ed"),
          "pt", joint("e"),
          "nl", joint("en"),
          "sv", joint("och"),
          "da", joint("og"),
          "no", joint("og"));
  private static final Pattern OTHER_JOINT = joint("and");

  private static Pattern joint(String word) {
    return Pattern.compile("(?iu)\\s*(?:[,;&،]|(?<=\\s)(?:" + word + ")(?=\\s))\\s*");
  }

  /// A tag of this name.
  public static Tag of(String name) {
    var shown = Legible.text(name.strip()).replaceAll("\\s+", " ");
    return new Tag(path(shown), shown);
  }

  /// What the story is about: its subjects and its keywords.
  public static List<Tag> topics(Story story) {
    var subjects = story.subjects();
    return distinct(
        Stream.concat(
            subjects.subjects().stream().filter(Concept::legible).map(Concept::name),
            subjects.keywords().stream()),
        TOPICS);
  }

  /// Who wrote it, as its byline says.
  public static List<Tag> authors(Story story) {
    return distinct(names(story).stream(), AUTHORS);
  }

  /// The names in the byline.
  public static List<String> names(Story story) {
    var byline = story.headlines().byline();
    if (byline == null || byline.isBlank()) {
      return List.of();
    }
    var language = Locale.forLanguageTag(story.headlines().language()).getLanguage();
    var joint =
        switch (language) {
          case "nb", "nn" -> JOINTS.getOrDefault("no", OTHER_JOINT);
          default -> JOINTS.getOrDefault(language, OTHER_JOINT);
        };
    var bare = BY.matcher(byline.strip()).replaceFirst("");
    return joint.splitAsStream(bare).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static List<Tag> distinct(Stream<String> names, int most) {
    var tags = new LinkedHashMap<String, Tag>();
    names
        .filter(name -> !name.isBlank() && name.length() <= LONGEST)
        .map(Tag::of)
        .filter(tag -> tag.name().codePoints().anyMatch(Character::isLetterOrDigit))
        .forEach(tag -> tags.putIfAbsent(tag.path(), tag));
    return new ArrayList<>(tags.values()).subList(0, Math.min(most, tags.size()));
  }

  /// Scripts that have no spelling in plain letters would all end up under one address.
  private static String path(String name) {
    boolean spelled = name.codePoints().filter(Character::isLetter).allMatch(it -> it < 0x500);
    var path = Path.of(name);
    return spelled && !path.equals("story")
        ? path
        : path + "-" + HexFormat.of().toHexDigits(name.toLowerCase(Locale.ROOT).hashCode());
  }
}
