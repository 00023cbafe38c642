package newsroom.publish.rendition.html;

/// A site's accent in the shades in which it can be read: 4.5 to 1 against what lies behind (WCAG
/// 2.2 AA), whatever colour a station chose for its brand.
///
/// @param accent as the station chose it
/// @param onAccent for text on the accent
/// @param light for text on white
/// @param dark for text on the dark page
record Palette(String accent, String onAccent, String light, String dark) {

  private static final double READABLE = 4.6;
  private static final int PAPER = 0xF6F6F4;
  private static final int NIGHT = 0x1D2126;

  static Palette of(String accent) {
    int colour = colour(accent);
    String onAccent = contrast(colour, 0xFFFFFF) >= READABLE ? "#ffffff" : "#000000";
    return new Palette(
        hex(colour), onAccent, hex(readable(colour, PAPER, 0)), hex(readable(colour, NIGHT, 255)));
  }

  String css() {
    return """
        :root{--accent:%s;--on-accent:%s;--accent-ink:%s}
        @media (prefers-color-scheme:dark){:root{--accent-ink:%s}}
        """
        .formatted(accent, onAccent, light, dark);
  }

  private static int colour(String accent) {
    return accent.matches("#[0-9a-fA-F]{6}") ? Integer.parseInt(accent.substring(1), 16) : 0x0B3D91;
  }

  /// The nearest shade towards black or white that can be read on the ground.
  private static int readable(int colour, int ground, int towards) {
    int shade = colour;
    for (int step = 1; contrast(shade, ground) < READABLE && step <= 50; step++) {
      shade = mixed(colour, towards, step / 50.0);
    }
    return shade;
  }

  private static int mixed(int colour, int towards, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int channel = (colour >> shift) & 0xFF;
      mixed |= (int) Math.round(channel + (towards - channel) * share) << shift;
    }
    return mixed;
  }

  static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double share = (channel & 0xFF) / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static String hex(int colour) {
    return "#%06x".formatted(colour);
  }
}
