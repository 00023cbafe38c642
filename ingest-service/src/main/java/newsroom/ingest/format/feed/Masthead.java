package newsroom.ingest.format.feed;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Plain;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a feed says once for all of its entries.
///
/// @param title the name of the feed
/// @param authors of entries that name none
/// @param page the page that the feed is made from
/// @param home what relative addresses are relative to
/// @param zone where dates without one were written
record Masthead(
    @Nullable String title,
    @Nullable String rights,
    @Nullable String language,
    List<String> authors,
    @Nullable String page,
    @Nullable String home,
    ZoneId zone) {

  /// Reads the head of an RSS feed. Its relative addresses are those of the site it was made from;
  /// the feed itself may be fetched from elsewhere.
  static Masthead ofRss(Entry channel, ZoneId zone, @Nullable String address) {
    var page = page(channel);
    return new Masthead(
        Entry.text(channel.own("title"), channel.dublinCore("title")),
        Entry.text(channel.own("copyright"), channel.dublinCore("rights")),
        Plain.first(
            Entry.language(Entry.text(channel.own("language"), channel.dublinCore("language"))),
            Entry.language(channel.element())),
        List.of(),
        page,
        page == null ? Addresses.web(address, null) : page,
        zone);
  }

  /// Reads the head of an Atom feed. Its relative addresses are those of the feed, as its standard
  /// says.
  static Masthead ofAtom(Entry feed, ZoneId zone, @Nullable String address) {
    var page = page(feed);
    var self =
        feed.own("link").stream()
            .filter(link -> link.attr("rel").equals("self"))
            .map(link -> Addresses.web(link.attr("href"), null))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(page);
    var fetched = Addresses.web(address, null);
    return new Masthead(
        Entry.text(feed.own("title")),
        Entry.text(feed.own("rights"), feed.own("copyright"), feed.dublinCore("rights")),
        Plain.first(
            Entry.language(feed.element()),
            Entry.language(Entry.text(feed.dublinCore("language")))),
        Bylines.names(feed.own("author")),
        page,
        fetched == null ? self : fetched,
        zone);
  }

  private static @Nullable String page(Entry feed) {
    for (Element link : feed.any("link")) {
      var address = Addresses.web(link.hasAttr("href") ? link.attr("href") : link.text(), null);
      if (address != null && link.attr("rel").matches("|alternate")) {
        return address;
      }
    }
    return null;
  }
}
