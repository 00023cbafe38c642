package newsroom.benchmark.hostile;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import newsroom.ingest.reading.ReadingRoom;

/// Reads every hostile wire as the desk would and says what each costs the thread that reads it.
/// Then a second JVM reads them all again with a heap of no more than an idle reader needs and 50
/// MB on top; a wire that needed more would end it. Exit code 1 when a wire took too long, the heap
/// did not do, or anybody was asked for anything.
public final class Hostile {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int ALLOWED_MEGABYTES = 50;
  private static final double ALLOWED_MILLISECONDS = 100;
  private static final int SHOWN = 15;
  private static final Path FOLDER = Path.of("benchmarks", "target", "hostile");

  private Hostile() {}

  /// Starts it. The second JVM has the argument `again`.
  public static void main(String... arguments) throws Exception {
    if (arguments.length > 0) {
      readAll(readable());
      return;
    }
    try (var enemy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var written = HostileWires.write(FOLDER, "http://127.0.0.1:" + enemy.getLocalPort());
      var costs = readAll(written);
      var heap = idle() + ALLOWED_MEGABYTES;
      var enough = again(heap);
      var asked = asked(enemy);
      report(costs);
      System.out.printf(
          Locale.ROOT,
          "%nA heap of %d MB, %d more than an idle reader needs, %s. Connections made: %s.%n",
          heap,
          ALLOWED_MEGABYTES,
          enough ? "is enough for all of them" : "is NOT enough",
          asked ? "SOME" : "0");
      var slow = costs.stream().anyMatch(Hostile::refusedSlowly);
      System.exit(slow || asked || !enough ? 1 : 0);
    }
  }

  private static List<Cost> readAll(List<Path> files) throws Exception {
    try (var room = ReadingRoom.open("--logging.level.root=off")) {
      Cost.warm(room);
      var costs = new ArrayList<Cost>();
      for (var file : files) {
        costs.add(Cost.of(room, file));
      }
      return costs;
    }
  }

  /// What a channel would let in: what is larger never gets to a reader's heap.
  private static List<Path> readable() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toFile().length() < 20L * MEGABYTE).sorted().toList();
    }
  }

  private static long idle() throws Exception {
    try (var room = ReadingRoom.open("--logging.level.root=off")) {
      Cost.warm(room);
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE + 1;
    }
  }

  private static boolean again(long megabytes) throws Exception {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx" + megabytes + "m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Hostile.class.getName(),
            "again");
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  private static boolean asked(ServerSocket enemy) throws Exception {
    enemy.setSoTimeout(1);
    try {
      enemy.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static void report(List<Cost> costs) {
    System.out.printf("%-62s %9s %9s  %s%n", "wire", "first ms", "best ms", "end");
    costs.stream()
        .sorted(Comparator.comparingDouble(Cost::best).reversed())
        .limit(SHOWN)
        .forEach(System.out::println);
    System.out.printf(
        Locale.ROOT,
        "%d wires: %d refused, %d of them in more than %.0f ms; %d made harmless and read%n",
        costs.size(),
        costs.stream().filter(Cost::refused).count(),
        costs.stream().filter(Hostile::refusedSlowly).count(),
        ALLOWED_MILLISECONDS,
        costs.stream().filter(cost -> !cost.refused()).count());
  }

  private static boolean refusedSlowly(Cost cost) {
    return cost.refused() && cost.best() > ALLOWED_MILLISECONDS;
  }
}
