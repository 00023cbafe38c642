package newsroom.ingest.format;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Reads a wire in the format that its bytes show; neither a file's name nor a channel's word is
/// asked.
///
/// | format             | the wire begins with                                                  |
/// |--------------------|-----------------------------------------------------------------------|
/// | `newsml-g2`        | root `newsMessage`, `newsItem` or another of its items, any namespace |
/// | `newsml-1`         | root `NewsML`                                                         |
/// | `nitf`             | root `nitf`, any namespace                                            |
/// | `rss`              | root `rss`; root `RDF` with RSS 0.9 or 1.0 in it; root `channel`      |
/// | `atom`             | root `feed` or `entry`, of an Atom namespace or none                  |
/// | rss, atom          | some words of a server, then an XML declaration and one of their roots |
/// | `mapped-xml`       | an element that one of the mappings names as a story                  |
/// | `ap-media`         | JSON: `data` and `api_version`, or an item with `altids` and AP's own |
/// | `dpa-digitalwires` | JSON: `urn` with `version_created`, `entry_id` or `article_html`      |
/// | `json-feed`        | JSON: jsonfeed.org's `version`, `home_page_url`, `feed_url`, or       |
/// |                    | `items` with `content_html` or `content_text`                         |
/// | `ninjs`            | JSON: one of ninjs's own keys, at the top, in `items` or in `item`    |
/// | `iptc7901`         | service, number, priority and category; SOH before them, or after     |
/// |                    | them a line that ends in a slash (keywords) or an equals sign         |
/// | `anpa1312`         | a line of service and number, then one that ends in month-day, words  |
/// | `email`            | fields of RFC 5322 and nothing else, two of its own among them        |
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
    return read(wire, agencies.of(wire.agency()));
  }

  /// As above, by the profile of this agency instead of that which the wire came in under.
  public List<Format.Reading> read(Wire wire, Agency agency) throws Unreadable {
    try {
      var unpacked = unpacked(wire);
      var opening = Opening.of(unpacked.bytes(), wire.charset());
      return format(opening).read(unpacked, agency);
    } catch (RuntimeException | StackOverflowError e) {
      throw new Unreadable("this wire cannot be read: " + sentence(e), e);
    }
  }

  /// What the wire would be read as; empty when that is no format we know.
  public Optional<String> recognise(Wire wire) {
    try {
      return Optional.of(format(Opening.of(unpacked(wire).bytes(), wire.charset())).name());
    } catch (Unreadable | RuntimeException | StackOverflowError e) {
      return Optional.empty();
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
    if ("html".equalsIgnoreCase(opening.root())) {
      throw new Unreadable(
          "this is a web page and no wire: its address may have moved, or ask for a log-in");
    }
    throw new Unreadable(opening.isJson() ? strangeJson(opening) : strange(opening));
  }

  private String strange(Opening opening) {
    return "this wire " + OtherKind.of(opening) + ", which is none of " + names(false);
  }

  private String strangeJson(Opening opening) {
    var keys = opening.keys().stream().filter(key -> !key.contains(".")).limit(8);
    var seen = keys.map(key -> "'" + Plain.shortened(key, 40) + "'").collect(joining(", "));
    return "this wire is JSON that is none of "
        + names(true)
        + (seen.isEmpty() ? ": it has no keys" : ": its keys are " + seen);
  }

  private String names(boolean json) {
    return formats.stream()
        .filter(format -> format.isJson() || !json)
        .map(Format::name)
        .collect(joining(", "));
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
