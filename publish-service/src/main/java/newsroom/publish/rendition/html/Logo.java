package newsroom.publish.rendition.html;

import java.util.Locale;
import newsroom.publish.rendition.Legible;

/// A site's name as a picture, for those who ask for one. SVG: drawing letters into pixels would
/// need fonts on the server, and slim images have none.
final class Logo {

  private Logo() {}

  /// 600 by 60, as search engines show a publisher.
  static String wide(String name, Palette palette) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="600" height="60" viewBox="0 0 600 60" role="img">
        <rect width="600" height="60" fill="#ffffff"/><rect width="10" height="60" fill="%s"/>
        <text x="28" y="41" font-family="Georgia,'Times New Roman',serif" font-size="34" font-weight="700" \
        fill="%s"%s>%s</text></svg>
        """
        .formatted(palette.accent(), palette.light(), squeeze(name), escaped(name));
  }

  /// A tile with the first letter, as browsers show it on a tab.
  static String square(String name, Palette palette) {
    String bare = name.startsWith("The ") ? name.substring(4) : name;
    String letter = bare.isBlank() ? "N" : bare.strip().substring(0, 1).toUpperCase(Locale.ROOT);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">
        <rect width="64" height="64" rx="10" fill="%s"/>
        <text x="32" y="46" text-anchor="middle" font-family="Georgia,'Times New Roman',serif" \
        font-size="42" font-weight="700" fill="%s">%s</text></svg>
        """
        .formatted(palette.accent(), palette.onAccent(), escaped(letter));
  }

  private static String squeeze(String name) {
    return name.length() > 29 ? " textLength=\"550\" lengthAdjust=\"spacingAndGlyphs\"" : "";
  }

  private static String escaped(String name) {
    return Legible.text(name).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
