package newsroom.benchmark.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import newsroom.local.broker.LocalBroker;

/// One Kafka broker as a process of its own, until it is told to stop. Arguments: port, port of
/// its controller, folder.
public final class BenchBroker {

  private static final String READY = "broker ready";

  private BenchBroker() {}

  /// A broker in a process of its own, ready.
  public static Child start(int port, Path folder, Path logs) {
    var arguments =
        List.of(Integer.toString(port), Integer.toString(Ports.free()), folder.toString());
    var broker = Jvm.harness("broker", "1g", BenchBroker.class, arguments).start(logs);
    broker.await(READY, Duration.ofMinutes(1), () -> broker.hasSaid(READY));
    return broker;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var broker =
        LocalBroker.start(
            Path.of(arguments[2]), Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }
}
