package newsroom.ingest.channel;

import java.io.IOException;
import java.time.Duration;
import newsroom.ingest.wire.DeskClosed;

/// Where wires are asked for: one feed, one folder on a server, one mailbox.
public interface Source extends AutoCloseable {

  /// What it is called in logs, metrics and health.
  Label label();

  /// How often it is asked.
  Duration every();

  /// Asks once and brings what is new to the desk, and only what the desk has is acknowledged.
  /// Called by one thread at a time; may be interrupted.
  ///
  /// @throws IOException when it cannot be asked; its message is for people and has no secrets
  /// @throws DeskClosed when something new was there and the desk could not take it
  Outcome poll() throws IOException, DeskClosed;

  /// Lets go of what is open; comes after the last poll.
  @Override
  default void close() {}

  /// What a source is called.
  ///
  /// @param channel as in a wire
  /// @param agency whose wires it has
  /// @param address as [Addresses#shown] has it
  record Label(String channel, String agency, String address) {}
}
