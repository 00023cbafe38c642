package newsroom.local;

import java.util.Locale;

/// What listens in a local newsroom, and how far above the base its port lies.
public enum Port {
  INGEST(1),
  ENRICHMENT(2),
  PUBLISH(3),
  NATIONAL(11),
  HARBOR(12),
  PARTNER(13),
  PICTURES(14),
  KAFKA(15),
  CONTROLLER(16),
  DATABASE(17);

  private final int offset;

  Port(int offset) {
    this.offset = offset;
  }

  int above(int base) {
    return base + offset;
  }

  /// As people and files name it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
