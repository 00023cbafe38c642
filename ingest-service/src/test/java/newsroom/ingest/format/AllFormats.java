package newsroom.ingest.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.anpa1312.Anpa1312;
import newsroom.ingest.format.email.Email;
import newsroom.ingest.format.feed.Feeds;
import newsroom.ingest.format.iptc7901.Iptc7901;
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
    var beans = new StaticListableBeanFactory();
    var formats =
        new Formats(
            all(beans.getBeanProvider(Formats.class)), new Agencies(), FormatLimits.usual());
    beans.addBean("formats", formats);
    return formats;
  }

  static List<Format> all() {
    return all(new StaticListableBeanFactory().getBeanProvider(Formats.class));
  }

  private static List<Format> all(ObjectProvider<Formats> formats) {
    var limits = FormatLimits.usual();
    var xml = new Xml(limits);
    return List.of(
        new NewsMlG2(xml),
        new Nitf(xml),
        new Ninjs(limits),
        Feeds.rss(xml),
        Feeds.atom(xml),
        new Iptc7901(),
        new Anpa1312(),
        new Email(formats, limits));
  }

  public static Wire wire(String text) {
    return wire(text.getBytes(StandardCharsets.UTF_8), null);
  }

  public static Wire wire(byte[] bytes, @Nullable String charset) {
    return new Wire("coastal", "http", null, charset, bytes, RECEIVED);
  }

  /// The only story of a wire.
  public static Copy story(String wire) throws Unreadable {
    return ((Format.Reading.Read) formats().read(wire(wire)).getFirst()).copy();
  }
}
