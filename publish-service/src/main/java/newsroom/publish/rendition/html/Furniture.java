package newsroom.publish.rendition.html;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import newsroom.publish.rendition.Masthead;
import org.jspecify.annotations.Nullable;

/// What stands on every page of a site whatever it tells.
///
/// @param root the path of the site's root, ends in `/`
public record Furniture(Masthead masthead, String root, Assets assets, Words words) {

  static Furniture of(Masthead masthead) {
    String path = masthead.address().getRawPath();
    return new Furniture(
        masthead, path.isEmpty() ? "/" : path, Assets.of(masthead), Words.of(masthead.language()));
  }

  /// How a page of this site links there: by path alone where it is the same site, so that the
  /// pages also work under another name of the host.
  public String href(URI address) {
    URI home = masthead.address();
    boolean same =
        home.getScheme().equals(address.getScheme())
            && home.getRawAuthority().equals(address.getRawAuthority());
    if (!same) {
      return address.toString();
    }
    String query = address.getRawQuery();
    return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
  }

  /// A path below the root as a page links to it.
  public String path(String below) {
    return root + below;
  }

  /// A section's page.
  public String section(Masthead.Section section) {
    return root + section.path() + "/";
  }

  /// The whole address of a path below the root.
  public String whole(String below) {
    return masthead.address() + below;
  }

  /// `rtl` where the site's language is written from right to left; null elsewhere.
  public @Nullable String direction() {
    return Words.direction(masthead.language());
  }

  /// The language where it is not the site's.
  public @Nullable String foreign(String language) {
    return language.isBlank() || language.equalsIgnoreCase(masthead.language()) ? null : language;
  }

  /// How words in this language run where that is not as the site's own; null elsewhere.
  public @Nullable String turned(String language) {
    String direction = Words.direction(language);
    if (language.isBlank() || Objects.equals(direction, direction())) {
      return null;
    }
    return direction == null ? "ltr" : direction;
  }

  /// What stands for a story without a picture.
  Illustration card() {
    return new Illustration(
        whole(assets.card()), null, ShareCard.WIDTH, ShareCard.HEIGHT, masthead.name(), null, null);
  }

  /// The site's language as OpenGraph writes it, as `en_US`.
  public String locale() {
    Locale locale = Locale.forLanguageTag(masthead.language());
    String language = locale.getLanguage();
    if (!locale.getCountry().isEmpty()) {
      return language + "_" + locale.getCountry();
    }
    return language + "_" + ("en".equals(language) ? "US" : language.toUpperCase(Locale.ROOT));
  }
}
