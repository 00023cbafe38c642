package newsroom.publish.destination.drop;

/// A partner's server; closing it is killing it.
interface Peer extends AutoCloseable {

  String address();

  @Override
  void close();
}
