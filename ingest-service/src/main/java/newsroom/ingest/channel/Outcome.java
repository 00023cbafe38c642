package newsroom.ingest.channel;

import java.time.Duration;

/// What came of asking a source once.
public sealed interface Outcome {

  /// It answered.
  ///
  /// @param wires how many the desk took of it
  /// @param next when to ask again
  record Brought(int wires, Duration next) implements Outcome {}

  /// It asks to be left alone for a while.
  record Later(Duration pause) implements Outcome {}

  /// It says that it is no more. It is not asked again before the next start.
  record Gone(String reason) implements Outcome {}
}
