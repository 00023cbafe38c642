package newsroom.ingest.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.anpa1312.Anpa1312;
import newsroom.ingest.format.apmedia.ApMedia;
import newsroom.ingest.format.dpa.Digitalwires;
import newsroom.ingest.format.email.Email;
import newsroom.ingest.format.feed.Feeds;
import newsroom.ingest.format.iptc7901.Iptc7901;
import newsroom.ingest.format.json.Json;
import newsroom.ingest.format.jsonfeed.JsonFeed;
import newsroom.ingest.format.mappedxml.MappedXml;
import newsroom.ingest.format.newsml1.NewsMl1;
import newsroom.ingest.format.newsmlg2.NewsMlG2;
import newsroom.ingest.format.ninjs.Ninjs;
import newsroom.ingest.format.nitf.Nitf;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The formats as the service has them, for tests.
public final class AllFormats {

  public static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00Z");

  private AllFormats() {}

  public static Formats formats() {
    return new Formats(all(), new Agencies(), FormatLimits.usual());
  }

  static List<Format> all() {
    var beans = new StaticListableBeanFactory();
    var all = all(beans.getBeanProvider(Formats.class));
    beans.addBean("formats", new Formats(all, new Agencies(), FormatLimits.usual()));
    return all;
  }

  private static List<Format> all(ObjectProvider<Formats> formats) {
    var limits = FormatLimits.usual();
    var xml = new Xml(limits);
    var json = new Json(limits);
    var nitf = new Nitf(xml);
    return List.of(
        new MappedXml(xml),
        new NewsMlG2(xml),
        new NewsMl1(xml),
        nitf,
        new Ninjs(json),
        new ApMedia(json, nitf),
        new Digitalwires(json),
        new JsonFeed(json),
        Feeds.rss(xml),
        Feeds.atom(xml),
        new Iptc7901(),
        new Anpa1312(),
        new Email(formats, limits));
  }

  public static Stream<String> names() {
    return all().stream().map(Format::name).sorted();
  }

  /// The format of this name.
  public static Format named(String name) {
    return all().stream().filter(format -> format.name().equals(name)).findFirst().orElseThrow();
  }

  /// Whether the format of this name takes these bytes for its own.
  public static boolean isOf(String name, byte[] bytes) {
    return named(name).recognises(Opening.of(bytes, null));
  }

  /// One wire of each format.
  public static List<String> examples() {
    return FormatContract.ALL;
  }

  public static Wire wire(String text) {
    return wire(text.getBytes(StandardCharsets.UTF_8), null);
  }

  public static Wire wire(byte[] bytes, @Nullable String charset) {
    return new Wire("coastal", "http", null, charset, bytes, RECEIVED);
  }

  /// The profile of an agency that says no more than this.
  public static Agency agency(String zone, Agency.EmptyEmbargo emptyEmbargo) {
    return new Agency(
        "coastal",
        ZoneId.of(zone),
        null,
        null,
        emptyEmbargo,
        Agency.Defaults.NONE,
        Agency.Meanings.STANDARD,
        List.of(),
        Map.of());
  }

  /// What a format sees of a wire before it says whether it is its own.
  public static Opening opening(Wire wire) {
    return Opening.of(wire.bytes(), wire.charset());
  }

  /// The only story of a wire.
  public static Copy story(String wire) throws Unreadable {
    return ((Format.Reading.Read) formats().read(wire(wire)).getFirst()).copy();
  }
}
