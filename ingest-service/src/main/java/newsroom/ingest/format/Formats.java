package newsroom.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Reads a wire in the format that its bytes show; neither a file's name nor a channel's word is
/// asked.
///
/// | format      | the wire begins with                                                    |
/// |-------------|-------------------------------------------------------------------------|
/// | `anpa1312`  | a line of service and number, then one that ends in month-day and words  |
/// | `email`     | header fields of RFC 5322 only, two of its own among them               |
/// | `iptc7901`  | service, number, priority and category; SOH before, or a keyword line   |
/// |             | that ends in a slash, or a headline that ends in an equals sign, after  |
/// | `newsml-g2` | root `newsMessage`, `newsItem` or another of its items, any namespace   |
/// | `nitf`      | root `nitf`, any namespace                                              |
/// | `rss`       | root `rss`; root `RDF` with RSS 0.9 or 1.0 in it                        |
/// | `atom`      | root `feed` or `entry`, of an Atom namespace or none                    |
/// | `ninjs`     | `{` or `[`, one of ninjs's own keys, and no sign of another JSON format |
///
/// A wire that is packed with gzip is unpacked first. Whatever is wrong with the bytes, the only
/// exception is [Unreadable].
@Component
@EnableConfigurationProperties(FormatLimits.class)
public class Formats {

  private final List<Format> formats;
  private final Agencies agencies;
  private final FormatLimits limits;

  public Formats(List<Format> formats, Agencies agencies, FormatLimits limits) {
    this.formats = formats.stream().sorted(Comparator.comparing(Format::name)).toList();
    this.agencies = agencies;
    this.limits = limits;
  }

  /// The stories of the wire, in its order, each read or not. There is none only where the wire is
  /// a well-made feed that has no entries now.
  ///
  /// @throws Unreadable when no story can be had from it, with a sentence that says why
  public List<Format.Reading> read(Wire wire) throws Unreadable {
    try {
      var unpacked = unpacked(wire);
      var opening = Opening.of(unpacked.bytes(), wire.charset());
      return format(opening).read(unpacked, agencies.of(wire.agency()));
    } catch (RuntimeException | StackOverflowError e) {
      throw new Unreadable("this wire cannot be read: " + sentence(e), e);
    }
  }

  /// The stories of a wire that another format has carried, as a mail carries attachments; null
  /// where no format but the carrier itself takes the bytes for its own. It is not unpacked, so
  /// that nothing can carry itself.
  public @Nullable List<Format.Reading> readCarried(Wire wire, Format carrier) throws Unreadable {
    var opening = Opening.of(wire.bytes(), wire.charset());
    for (var format : formats) {
      if (!format.name().equals(carrier.name()) && format.recognises(opening)) {
        return format.read(wire, agencies.of(wire.agency()));
      }
    }
    return null;
  }

  private Format format(Opening opening) throws Unreadable {
    if (opening.text().isEmpty()) {
      throw new Unreadable("this wire is empty");
    }
    for (var format : formats) {
      if (format.recognises(opening)) {
        return format;
      }
    }
    var names = String.join(", ", formats.stream().map(Format::name).toList());
    throw new Unreadable(
        "this wire begins with '" + opening.beginning() + "', which is none of " + names);
  }

  private Wire unpacked(Wire wire) throws Unreadable {
    var size = wire.content().remaining();
    if (size > limits.maxSize().toBytes()) {
      throw new Unreadable(
          "this wire has "
              + size
              + " bytes; no more than "
              + limits.maxSize().toBytes()
              + " are read");
    }
    var bytes = wire.bytes();
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return wire;
    }
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var content =
          packed.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.maxSize().toBytes() + 1));
      if (content.length > limits.maxSize().toBytes()) {
        throw new Unreadable(
            "this wire has more than "
                + limits.maxSize().toBytes()
                + " bytes when it is unpacked; that is not read");
      }
      return new Wire(
          wire.agency(), wire.channel(), wire.name(), wire.charset(), content, wire.received());
    } catch (IOException e) {
      throw new Unreadable(
          "this wire is packed with gzip and cannot be unpacked; it may be cut off", e);
    }
  }

  private static String sentence(Throwable e) {
    return e instanceof StackOverflowError
        ? "it nests too deep"
        : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
  }
}
