package newsroom.publish.destination.webhook;

import java.time.Instant;
import java.util.Set;
import newsroom.publish.destination.RetryAfter;
import newsroom.publish.destination.Transmission;
import org.jspecify.annotations.Nullable;

/// What a receiver's answer means.
final class Answer {

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private Answer() {}

  /// What the status says.
  ///
  /// @param retryAfter the header as it came
  static Transmission of(int status, @Nullable String retryAfter, Instant now) {
    if (status >= 200 && status < 300) {
      return new Transmission.Accepted(null, null);
    }
    if (LATER.contains(status) || status >= 500) {
      return new Transmission.Deferred(
          "the receiver answered " + status, RetryAfter.moment(retryAfter, now));
    }
    if (status == 410) {
      return new Transmission.Closed("the receiver answered 410: it wants no more of this");
    }
    return new Transmission.Refused(
        switch (status) {
          case 401, 403 -> "the receiver answered " + status + ": check secret and url";
          default ->
              status >= 300 && status < 400
                  ? "the receiver answered " + status + ": redirects are not followed"
                  : "the receiver answered " + status;
        });
  }
}
