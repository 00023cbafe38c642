package newsroom.ingest.channel;

import org.jspecify.annotations.Nullable;

/// A password or key of the settings, which no log line shows by accident.
public record Secret(String value) {

  /// The secret; empty where there is none.
  public static String of(@Nullable Secret secret) {
    return secret == null ? "" : secret.value();
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "none" : "secret";
  }
}
