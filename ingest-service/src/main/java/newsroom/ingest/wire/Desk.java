package newsroom.ingest.wire;

/// Takes wires from the channels.
public interface Desk {

  /// Reads the wire and sees it safe: when this returns, Kafka has acknowledged every story of it
  /// and the spike has the bytes of whatever could not be read. Only then may a channel acknowledge
  /// the wire to its sender.
  ///
  /// @throws DeskClosed when neither can be had now; the channel keeps the wire and brings it again
  Receipt take(Wire wire) throws DeskClosed;
}
