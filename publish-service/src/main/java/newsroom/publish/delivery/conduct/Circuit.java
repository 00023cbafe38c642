package newsroom.publish.delivery.conduct;

/// Whether a destination is let at, as one instance sees it.
public enum Circuit {
  /// What is due leaves.
  CLOSED,
  /// Something has failed; what waits is probed beside what is due.
  HALF_OPEN,
  /// The destination does not answer: nothing leaves but one probe now and then.
  OPEN
}
