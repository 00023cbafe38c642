package newsroom.ingest.channel.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/// The body of a request as it comes in, so many bytes and so long. The server itself cuts off a
/// sender that falls silent; this ends one that sends a byte now and then.
final class BodyStream extends FilterInputStream {

  private final long limit;
  private final Clock clock;
  private final Instant until;
  private long read;

  BodyStream(InputStream in, long limit, Clock clock, Instant until) {
    super(in);
    this.limit = limit;
    this.clock = clock;
    this.until = until;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var got = super.read(into, from, length);
    read += Math.max(0, got);
    if (read > limit) {
      throw Refusal.tooLarge(limit);
    }
    if (got >= 0 && clock.instant().isAfter(until)) {
      throw Refusal.tooSlow();
    }
    return got;
  }
}
