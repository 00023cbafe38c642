package newsroom.ingest.draft;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/// A story on its way to Kafka.
///
/// @param guid the agency's identifier, for sentences
/// @param draft what to answer once it is acknowledged
/// @param acknowledged done when Kafka has it
record Sending(String guid, Draft draft, CompletableFuture<Void> acknowledged) {

  static Sending refused(String reason) {
    return new Sending("", new Draft.Refused(reason), CompletableFuture.completedFuture(null));
  }

  static String tooLarge(String guid) {
    return "Story “" + guid + "” is larger than the 15 MB that a draft may have.";
  }

  /// The answer, once all has been waited for.
  Draft settled() throws NotAcknowledged {
    return failure() == null ? draft : new Draft.Refused(tooLarge(guid));
  }

  /// Why Kafka will never take it as it is; null when it has it, or may still take it.
  ///
  /// @throws NotAcknowledged when Kafka may take it another time
  @Nullable RecordTooLargeException failure() throws NotAcknowledged {
    if (!acknowledged.isCompletedExceptionally()) {
      return null;
    }
    var failure = acknowledged.exceptionNow();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException forever) {
        return forever;
      }
    }
    throw new NotAcknowledged("Kafka did not take a story", failure);
  }
}
