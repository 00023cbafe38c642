package newsroom.ingest.channel.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// How wires are taken over HTTP.
///
/// @param maxSize the largest wire, unpacked
/// @param maxPush the largest body of several parts: a wire with its pictures
/// @param inFlight how much may be in memory at once, over all senders; at least one largest body
/// @param agencyShare how much of it, 0 to 1, one agency may have; at least one largest body
/// @param bodyWithin how long a sender may take for one body
@ConfigurationProperties("newsroom.ingest.http")
record HttpSettings(
    DataSize maxSize,
    DataSize maxPush,
    DataSize inFlight,
    double agencyShare,
    Duration bodyWithin) {

  long largest() {
    return Math.max(maxSize.toBytes(), maxPush.toBytes());
  }
}
