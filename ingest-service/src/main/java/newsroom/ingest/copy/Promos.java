package newsroom.ingest.copy;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Knows a paragraph that is nothing but a link to another story: `ADDITIONAL REPORTING |
/// headline`, `SEE ALSO: headline`.
final class Promos {

  private static final String KNOWN =
      "additional (?:reporting|coverage)|in case you missed it|icymi|see also|also see|read more|read also|also read"
          + "|read next|read|related|related (?:story|stories|article|articles|coverage|news)|more on this|more coverage"
          + "|more|watch|don['’]t miss|background|recommended";
  private static final String TAG = "(?:</?(?:b|strong|em|i|u|s|code|sub|sup)>|<br>|\\s|\u00A0)*+";
  private static final String CAPITALS = "\\p{Lu}[\\p{Lu}\\d '’&;.-]{2,39}";

  private static final Pattern LINKED =
      Pattern.compile(
          "^%1$s(?:(?<piped>(?i:%2$s)|%3$s)%1$s\\||(?<known>(?i:%2$s))%1$s:)%1$s<a href=\"(?<url>[^\"]*)\">(?<headline>.+?)</a>%1$s$"
              .formatted(TAG, KNOWN, CAPITALS));
  private static final Pattern UNLINKED =
      Pattern.compile(
          "^%1$s(?<piped>(?i:%2$s))%1$s\\|%1$s(?<headline>[^|]{8,250})$".formatted(TAG, KNOWN));

  private Promos() {}

  /// The promo that this paragraph is; null when it is text.
  static Block.@Nullable Promo of(String markup) {
    if (markup.length() > 5000) {
      return null;
    }
    var linked = LINKED.matcher(markup);
    if (linked.matches() && !linked.group("headline").contains("<a ")) {
      var label = linked.group("piped") == null ? linked.group("known") : linked.group("piped");
      return promo(
          label, linked.group("headline"), Parser.unescapeEntities(linked.group("url"), true));
    }
    var unlinked = UNLINKED.matcher(markup);
    return unlinked.matches() && !unlinked.group("headline").contains("<a ")
        ? promo(unlinked.group("piped"), unlinked.group("headline"), null)
        : null;
  }

  private static Block.@Nullable Promo promo(String label, String headline, @Nullable String url) {
    var text = Plain.text(TagSoup.parse(headline).text());
    var plain = Plain.text(TagSoup.parse(label).text());
    return text == null || plain == null ? null : new Block.Promo(plain, text, url);
  }
}
