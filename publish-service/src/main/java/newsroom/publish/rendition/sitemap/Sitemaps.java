package newsroom.publish.rendition.sitemap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Xml;
import org.springframework.stereotype.Component;

/// Writes sitemaps. Safe for many threads.
@Component
public class Sitemaps {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
  private static final Duration FRESH = Duration.ofDays(2);
  private static final int MOST_NEWS = 1_000;

  /// The site's front page, its sections and these stories.
  public byte[] all(List<Page> pages, Masthead masthead) {
    Xml xml = started();
    location(xml, masthead.address().toString());
    for (Masthead.Section section : masthead.sections()) {
      location(xml, masthead.address() + section.path() + "/");
    }
    for (Page page : pages) {
      xml.open("url");
      xml.text("loc", page.address().toASCIIString());
      Instant changed = page.updated() == null ? page.posted() : page.updated();
      xml.text("lastmod", date(changed, masthead.zone()));
      xml.close();
    }
    xml.close();
    return xml.bytes();
  }

  /// Of these stories those that were first shown within two days, no more than a thousand.
  ///
  /// @param pages first shown last first
  public byte[] news(List<Page> pages, Masthead masthead, Instant now) {
    Xml xml = started();
    xml.namespace("news", NEWS);
    pages.stream()
        .filter(page -> page.posted().isAfter(now.minus(FRESH)))
        .limit(MOST_NEWS)
        .forEach(page -> news(xml, page, masthead));
    xml.close();
    return xml.bytes();
  }

  private static void news(Xml xml, Page page, Masthead masthead) {
    xml.open("url");
    xml.text("loc", page.address().toASCIIString());
    xml.open("news:news");
    xml.open("news:publication");
    xml.text("news:name", masthead.name());
    xml.text("news:language", language(page.story().headlines().language()));
    xml.close();
    xml.text("news:publication_date", date(page.posted(), masthead.zone()));
    xml.text("news:title", page.story().headlines().headline());
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
