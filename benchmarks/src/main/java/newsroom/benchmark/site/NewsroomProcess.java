package newsroom.benchmark.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import newsroom.local.LocalNewsroom;
import newsroom.local.Settings;

/// The whole local newsroom as a process of its own, until it is told to stop. Arguments: its
/// folder, the file of sites.
public final class NewsroomProcess {

  /// Printed when all its doors are open.
  static final String OPEN = "the newsroom is open";

  private NewsroomProcess() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var sites = Map.of("newsroom.publish.sites", arguments[1]);
    var told = new CountDownLatch(1);
    var main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(told, main)));
    try (var _ = LocalNewsroom.open(Settings.in(Path.of(arguments[0])).with(sites))) {
      System.out.println(OPEN);
      told.await();
    }
  }

  private static void leave(CountDownLatch told, Thread main) {
    told.countDown();
    try {
      // the process ends with its hooks, and the database must be closed by then
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
