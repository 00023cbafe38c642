package newsroom.benchmark.fanout.load;

import java.io.IOException;

/// Has stories brought to all sites.
interface Feed extends AutoCloseable {

  /// So many, each a new one.
  void send(int stories) throws IOException;

  @Override
  void close() throws IOException;
}
