package newsroom.benchmark.hostile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import newsroom.benchmark.format.Wires;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.reading.ReadingRoom;
import newsroom.ingest.wire.Wire;

/// What reading one wire cost.
///
/// @param name of its file
/// @param first milliseconds of the thread's CPU, the first time
/// @param best the same, the best of three
/// @param refused whether no story came of it
/// @param end the first sentence of refusal; how many stories where there is none
record Cost(String name, double first, double best, boolean refused, String end) {

  private static final int ROUNDS = 3;
  private static final int WARM_UP = 400;
  private static final int WIDTH = 70;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final List<String> FORMATS =
      List.of(
          "newsml-g2",
          "newsml-1",
          "nitf",
          "ninjs",
          "ap-media",
          "dpa-digitalwires",
          "json-feed",
          "rss",
          "atom",
          "iptc7901",
          "anpa1312",
          "email");

  /// Lets the reader read what it is made for, as it has when an enemy comes.
  static void warm(ReadingRoom room) {
    for (var format : FORMATS) {
      var wire = wire(Wires.of(format));
      for (var round = 0; round < WARM_UP; round++) {
        end(room, wire);
      }
    }
  }

  static Cost of(ReadingRoom room, Path file) throws IOException {
    var wire = wire(Files.readAllBytes(file));
    var first = 0d;
    var best = Double.MAX_VALUE;
    var end = "";
    for (var round = 0; round < ROUNDS; round++) {
      var start = CLOCK.getCurrentThreadCpuTime();
      end = end(room, wire);
      var took = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
      first = round == 0 ? took : first;
      best = Math.min(best, took);
    }
    var refused = !end.endsWith(" read");
    return new Cost(String.valueOf(file.getFileName()), first, best, refused, end);
  }

  private static String end(ReadingRoom room, Wire wire) {
    try {
      var readings = room.reader().read(wire);
      for (var reading : readings) {
        if (reading instanceof Reading.Failed(var reason)) {
          return reason;
        }
      }
      return readings.size() + " read";
    } catch (Unreadable e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Wire wire(byte[] bytes) {
    return new Wire("coastal", "bench", null, null, bytes, Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-62s %9.1f %9.1f  %s",
        name,
        first,
        best,
        end.substring(0, Math.min(WIDTH, end.length())));
  }
}
