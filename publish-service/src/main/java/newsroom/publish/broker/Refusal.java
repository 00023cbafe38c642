package newsroom.publish.broker;

import java.util.Optional;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/// Why Kafka will never take a record, however often it is sent. Enrichment has a twin of this:
/// services share no code but their events.
public final class Refusal {

  private Refusal() {}

  /// The reason; empty where a later try may go through.
  public static Optional<String> of(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof RecordTooLargeException
          || e instanceof RecordBatchTooLargeException
          || e instanceof SerializationException
          || e instanceof InvalidRecordException) {
        return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
    return Optional.empty();
  }
}
