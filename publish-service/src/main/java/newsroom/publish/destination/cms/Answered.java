package newsroom.publish.destination.cms;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import newsroom.publish.destination.RetryAfter;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Setback.Reach;
import org.jspecify.annotations.Nullable;

/// What a site answered, whatever it means.
///
/// @param headers by their names in small letters
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
public record Answered(int status, Map<String, String> headers, byte[] body) {

  /// Of an address in a sentence.
  private static final int LONGEST = 200;

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  /// The site's clock, where it says it.
  public @Nullable Instant date() {
    return RetryAfter.date(headers.get("date"));
  }

  /// Whether this leads elsewhere.
  public boolean redirects() {
    return status >= 300 && status < 400;
  }

  /// Where to.
  public String location() {
    var location = headers.getOrDefault("location", "another address");
    return location.length() > LONGEST ? location.substring(0, LONGEST) + "…" : location;
  }

  /// Lets an answer through that is one.
  ///
  /// @throws Setback where the site says that it cannot answer now
  public void checkNow(String host, Instant now) throws Setback {
    if (LATER.contains(status) || status >= 500) {
      var notBefore = RetryAfter.moment(headers.get("retry-after"), now);
      throw new Setback(
          new Transmission.Deferred(host + " answered " + status, notBefore), reach());
    }
  }

  private Reach reach() {
    return switch (status) {
      case 408, 425, 429 -> Reach.STORY;
      // said by what stands before the site, or by a site that is closed for repair
      case 502, 503, 504 -> Reach.UNKNOWN;
      default -> Reach.FAILED;
    };
  }
}
