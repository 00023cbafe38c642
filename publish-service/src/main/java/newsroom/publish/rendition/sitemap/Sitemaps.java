package newsroom.publish.rendition.sitemap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Xml;
import org.springframework.stereotype.Component;

/// Writes sitemaps. Safe for many threads.
@Component
public class Sitemaps {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

  /// The site's front page and its sections.
  public byte[] site(Masthead masthead) {
    Xml xml = started();
    location(xml, masthead.address().toString());
    for (Masthead.Section section : masthead.sections()) {
      location(xml, masthead.address() + section.path() + "/");
    }
    xml.close();
    return xml.bytes();
  }

  /// Where the site's sitemaps lie.
  ///
  /// @param files paths below the site's root
  public byte[] index(List<String> files, Masthead masthead) {
    var xml = new Xml();
    xml.open("sitemapindex");
    xml.namespace(SITEMAP);
    for (String file : files) {
      xml.open("sitemap");
      xml.text("loc", masthead.address() + file);
      xml.close();
    }
    xml.close();
    return xml.bytes();
  }

  /// These stories; at most 50,000 by the standard.
  public byte[] stories(List<Card> cards, Masthead masthead) {
    Xml xml = started();
    for (Card card : cards) {
      xml.open("url");
      xml.text("loc", card.address().toASCIIString());
      xml.text("lastmod", date(card.changed(), masthead.zone()));
      xml.close();
    }
    xml.close();
    return xml.bytes();
  }

  /// These stories as news; at most a thousand of two days, say the search engines.
  public byte[] news(List<Card> cards, Masthead masthead) {
    Xml xml = started();
    xml.namespace("news", NEWS);
    cards.forEach(card -> news(xml, card, masthead));
    xml.close();
    return xml.bytes();
  }

  private static void news(Xml xml, Card card, Masthead masthead) {
    xml.open("url");
    xml.text("loc", card.address().toASCIIString());
    xml.open("news:news");
    xml.open("news:publication");
    xml.text("news:name", masthead.name());
    xml.text("news:language", language(card.title().language()));
    xml.close();
    xml.text("news:publication_date", date(card.posted(), masthead.zone()));
    xml.text("news:title", card.title().headline());
    xml.close();
    xml.close();
  }

  /// Two or three letters; Chinese alone is told apart by country.
  private static String language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if ("zh".equals(locale.getLanguage())) {
      boolean traditional = "TW".equals(locale.getCountry()) || "Hant".equals(locale.getScript());
      return traditional ? "zh-tw" : "zh-cn";
    }
    return locale.getLanguage().isEmpty() ? "en" : locale.getLanguage();
  }

  private static Xml started() {
    var xml = new Xml();
    xml.open("urlset");
    xml.namespace(SITEMAP);
    return xml;
  }

  private static void location(Xml xml, String address) {
    xml.open("url");
    xml.text("loc", address);
    xml.close();
  }

  private static String date(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
  }
}
