package newsroom.publish.destination;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a dispatch.
public sealed interface Transmission {

  /// The destination has it.
  ///
  /// @param url where readers reach it; null where there is no such address
  /// @param remoteId the destination's own identifier of it
  record Accepted(@Nullable URI url, @Nullable String remoteId) implements Transmission {}

  /// Not now. The ledger tries again by its plan.
  ///
  /// @param reason a sentence that an operator can act on
  /// @param notBefore the destination asks not to be tried earlier
  /// @param looked nothing failed: this story alone is to be looked at again, at that moment
  record Deferred(String reason, @Nullable Instant notBefore, boolean looked)
      implements Transmission {

    public Deferred(String reason, @Nullable Instant notBefore) {
      this(reason, notBefore, false);
    }
  }

  /// Never as it is. The ledger parks it and says why.
  ///
  /// @param reason a sentence that an operator can act on
  /// @param there the destination has something of it all the same: a kill has to go there
  record Refused(String reason, boolean there) implements Transmission {

    /// Nothing of it is there.
    public Refused(String reason) {
      this(reason, false);
    }
  }

  /// The destination wants nothing more, neither this nor anything else. It is disabled until an
  /// operator enables it again; then it gets what it missed.
  ///
  /// @param reason a sentence that an operator can act on
  record Closed(String reason) implements Transmission {}
}
