package newsroom.ingest.spike;

import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/// Makes spikes for tests of other rooms.
public final class SpikeIn {

  private SpikeIn() {}

  public static Spike folder(Path folder) {
    return folder(folder, Clock.systemUTC());
  }

  static Spike folder(Path folder, Clock clock) {
    return new Spike(new SpikeSettings(folder), JsonMapper.builder().build(), clock);
  }
}
