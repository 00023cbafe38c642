package newsroom.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import newsroom.local.console.Console;
import newsroom.local.console.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A newsroom at a terminal: opened, told about line by line, closed by Ctrl-C.
final class Session {

  private static final Logger log = LoggerFactory.getLogger(Session.class);

  private final Options options;
  private final PrintStream out;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Session(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// Returns the exit code.
  static int run(String... arguments) {
    try {
      var options = Options.of(arguments);
      Files.createDirectories(options.data());
      ServiceLog.to(new Folders(options.data()).log());
      new Session(options, System.out).hold();
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      log.atDebug().setCause(e).log("the newsroom does not open");
      System.err.println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void hold() throws IOException, InterruptedException {
    var asked = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(asked), "closing"));
    try (var newsroom = LocalNewsroom.open(options.settings());
        var console = console(newsroom)) {
      out.println(WhereToLook.in(newsroom));
      var samples = new FirstSamples(options.samples(), newsroom, console, out).start();
      if (options.untilLive()) {
        samples.join();
      } else {
        asked.await();
        out.println("Closing; what is under way goes on at the next start.");
        samples.interrupt();
      }
    } finally {
      ended.countDown();
    }
  }

  /// On the shutdown hook: the process ends when this returns.
  private void leave(CountDownLatch asked) {
    asked.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Console console(LocalNewsroom newsroom) throws InterruptedException {
    var addresses = newsroom.addresses();
    return Console.open(addresses.brokers(), addresses.ingest(), this::tell);
  }

  private synchronized void tell(Line line) {
    out.println(options.coloured() ? line.coloured() : line);
  }
}
