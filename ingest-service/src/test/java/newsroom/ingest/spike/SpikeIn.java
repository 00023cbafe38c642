package newsroom.ingest.spike;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/// Makes spikes for tests of other rooms.
public final class SpikeIn {

  private SpikeIn() {}

  public static Spike folder(Path folder) {
    return folder(folder, Clock.systemUTC());
  }

  static Spike folder(Path folder, Clock clock) {
    return new Spike(settings(folder), JsonMapper.builder().build(), clock);
  }

  static SpikeSettings settings(Path folder) {
    return new SpikeSettings(folder, Duration.ofDays(30), DataSize.ofKilobytes(10));
  }
}
