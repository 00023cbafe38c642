package newsroom.publish.broker;

/// Work that begins once Kafka and PostgreSQL are there, and ends with the service.
public interface Shift {

  void begin();

  void end();

  /// Whether it goes on.
  boolean running();
}
