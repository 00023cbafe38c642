package newsroom.ingest.channel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import newsroom.ingest.wire.DeskClosed;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Reads bodies, unpacked, as far as there is room for them.
@Component
final class Intake {

  interface Use<A> {
    A of(byte[] body) throws IOException, DeskClosed;
  }

  private final HttpSettings settings;
  private final Clock clock;
  private final Room room;

  Intake(HttpSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.room = new Room(settings);
  }

  /// Reads the body and keeps its room until the desk is done with it.
  <A> A read(String agency, HttpServletRequest request, Use<A> use) throws IOException, DeskClosed {
    var limit = limit(request);
    var packed = isPacked(request);
    var declared = request.getContentLengthLong();
    if (declared > limit) {
      throw Refusal.tooLarge(limit);
    }
    var needed = declared < 0 || packed ? limit : declared;
    if (!room.enter(agency, needed)) {
      throw new DeskClosed("Too many wires are coming in: send this one again.");
    }
    try {
      return use.of(body(request, limit, packed));
    } finally {
      room.leave(agency, needed);
    }
  }

  private byte[] body(HttpServletRequest request, long limit, boolean packed) throws IOException {
    var until = clock.instant().plus(settings.bodyWithin());
    var in = new BodyStream(request.getInputStream(), limit, clock, until);
    try {
      return packed ? unpacked(in, limit) : in.readAllBytes();
    } catch (SocketTimeoutException e) {
      throw Refusal.tooSlow();
    }
  }

  private static byte[] unpacked(InputStream in, long limit) throws IOException {
    try (var unpacked = new GZIPInputStream(in)) {
      var content = unpacked.readNBytes((int) limit + 1);
      if (content.length > limit) {
        throw Refusal.tooLarge(limit);
      }
      return content;
    } catch (ZipException | EOFException e) {
      throw Refusal.notPacked();
    }
  }

  private long limit(HttpServletRequest request) {
    return Parts.declaredIn(request.getContentType())
        ? settings.largest()
        : settings.maxSize().toBytes();
  }

  private static boolean isPacked(HttpServletRequest request) {
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> false;
      case "gzip", "x-gzip" -> true;
      default -> throw Refusal.unknownEncoding();
    };
  }
}
