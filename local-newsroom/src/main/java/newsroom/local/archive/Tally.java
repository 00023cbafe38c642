package newsroom.local.archive;

/// How many stories went where.
final class Tally {

  /// Kafka got them now.
  long said;

  /// The topic held them, in this version or a newer one.
  long held;

  /// The newsroom has said something of them itself.
  long own;

  long unreadable;

  long all() {
    return said + held + own + unreadable;
  }
}
