package newsroom.benchmark.fanout.load;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import newsroom.benchmark.process.Child;
import newsroom.benchmark.process.Jvm;

/// The bare client, in a process of its own.
final class BareFeed implements Feed {

  private final Child client;
  private final Writer orders;

  BareFeed(FanoutPlan plan, Path posts) {
    var arguments =
        List.of(
            posts.toString(), Integer.toString(plan.port()), Integer.toString(plan.concurrency()));
    this.client =
        Jvm.harness("bare", "512m", BareClient.class, arguments).start(Path.of(plan.folder()));
    this.orders = client.process().outputWriter();
  }

  long pid() {
    return client.pid();
  }

  @Override
  public void send(int stories) throws IOException {
    orders.write(stories + "\n");
    orders.flush();
  }

  @Override
  public void close() throws IOException {
    orders.close();
    client.close();
  }
}
