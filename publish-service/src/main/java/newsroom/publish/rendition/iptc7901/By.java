package newsroom.publish.rendition.iptc7901;

import java.util.Locale;

/// The word before a writer's name.
final class By {

  private By() {}

  static String of(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "de" -> "Von";
      case "fr" -> "Par";
      case "es", "pt" -> "Por";
      case "nl" -> "Door";
      default -> "By";
    };
  }
}
