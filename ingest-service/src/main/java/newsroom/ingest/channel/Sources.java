package newsroom.ingest.channel;

import java.util.List;

/// The sources of one channel.
public interface Sources {

  /// Opens nothing yet. Called at each start.
  List<? extends Source> open();
}
