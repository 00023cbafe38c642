package newsroom.publish.rendition.iptc7901;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/// The letters of a message: Latin 1 with typewriter's quotes and dashes, as old receivers have it.
/// A text in other letters goes as UTF-8 whole, since what is left out is lost.
final class Letters {

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201A, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201E, "\""),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "--"),
          Map.entry(0x2022, "*"),
          Map.entry(0x2026, "..."),
          Map.entry(0x20AC, "EUR"),
          Map.entry(0x2122, "(TM)"),
          Map.entry(0x00A0, " "),
          Map.entry(0x202F, " "),
          Map.entry(0x2009, " "),
          Map.entry(0x200B, ""),
          Map.entry(0xFEFF, ""));

  private Letters() {}

  /// The text as a typewriter has it; letters of other alphabets stay.
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(letter -> plain.append(PLAIN.getOrDefault(letter, Character.toString(letter))));
    return plain.toString();
  }

  static byte[] bytes(String text) {
    return ISO_8859_1.newEncoder().canEncode(text)
        ? text.getBytes(ISO_8859_1)
        : text.getBytes(UTF_8);
  }
}
