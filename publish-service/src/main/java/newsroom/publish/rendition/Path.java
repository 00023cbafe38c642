package newsroom.publish.rendition;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A headline or a name as a part of an address: plain ASCII, words joined by dashes, at most 60
/// characters.
public final class Path {

  private static final int LONGEST = 60;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");
  private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

  private Path() {}

  /// The words of this text, or `story` where none of them can be spelled.
  public static String of(String whole) {
    var headline = whole.length() > 4 * LONGEST ? whole.substring(0, 4 * LONGEST) : whole;
    var plain =
        headline
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .collect(
                StringBuilder::new,
                (text, letter) -> text.append(spelled(letter)),
                StringBuilder::append);
    var bare = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    var joined = GAPS.matcher(APOSTROPHES.matcher(bare).replaceAll("")).replaceAll("-");
    var path = strip(joined);
    if (path.length() > LONGEST) {
      int end = path.lastIndexOf('-', LONGEST);
      path = path.substring(0, end > LONGEST / 2 ? end : LONGEST);
    }
    return path.isEmpty() ? "story" : strip(path);
  }

  /// Letters that are no plain letter with a mark on it. Ä, ö and ü are spelled as Germans do.
  private static String spelled(int letter) {
    return switch (letter) {
      case 'ä', 'æ' -> "ae";
      case 'ö', 'œ' -> "oe";
      case 'ü' -> "ue";
      case 'ß' -> "ss";
      case 'ø' -> "o";
      case 'å' -> "a";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'ı' -> "i";
      case '&' -> " and ";
      default -> letter < 0x400 || letter > 0x4ff ? Character.toString(letter) : cyrillic(letter);
    };
  }

  private static String cyrillic(int letter) {
    return switch (letter) {
      case 'ж' -> "zh";
      case 'х' -> "kh";
      case 'ц' -> "ts";
      case 'ч' -> "ch";
      case 'ш' -> "sh";
      case 'щ' -> "shch";
      case 'ю' -> "iu";
      case 'я' -> "ia";
      case 'є' -> "ie";
      case 'ь', 'ъ' -> "";
      case 'і', 'ї' -> "i";
      case 'ґ' -> "g";
      case 'ё' -> "e";
      default -> {
        int index = "абвгдезийклмнопрстуфыэ".indexOf(letter);
        yield index < 0 ? " " : "abvgdeziiklmnoprstufye".substring(index, index + 1);
      }
    };
  }

  private static String strip(String path) {
    int start = path.startsWith("-") ? 1 : 0;
    int end = path.endsWith("-") && path.length() > start ? path.length() - 1 : path.length();
    return path.substring(start, end);
  }
}
