package newsroom.publish.rendition.html;

import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Page;
import org.jspecify.annotations.Nullable;

/// A story as other pages point to it.
///
/// @param language of the headline where it is not the site's
/// @param direction of the headline where it is not the site's
public record Teaser(
    String href,
    String section,
    @Nullable String place,
    String headline,
    @Nullable String summary,
    @Nullable Illustration picture,
    Moment posted,
    @Nullable String language,
    @Nullable String direction) {

  private static final int CARD = 600;

  static Teaser of(Page page, Furniture site) {
    return of(page, site, CARD);
  }

  static Teaser of(Page page, Furniture site, int wide) {
    return of(Card.of(page), site, wide);
  }

  static Teaser of(Card card, Furniture site) {
    return of(card, site, CARD);
  }

  private static Teaser of(Card card, Furniture site, int wide) {
    return new Teaser(
        site.href(card.address()),
        card.section().name(),
        card.place(),
        card.title().headline(),
        card.title().summary(),
        Illustration.of(card.picture(), wide),
        Moment.of(card.posted(), site),
        site.foreign(card.title().language()),
        site.turned(card.title().language()));
  }
}
