package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import newsroom.publish.Events;
import newsroom.publish.delivery.Arrival;
import newsroom.publish.delivery.Ledger;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.site.Sites;
import newsroom.publish.site.TestSites;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Measures the ledger on this machine, with destinations that do nothing: how long a batch of 500
/// stories for three sites takes until every delivery is settled, and how long one story takes from
/// the consumer to its destination. Run by hand.
public final class LedgerSpeed {

  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private LedgerSpeed() {}

  public static void main(String[] arguments) throws InterruptedException {
    LoggingSystem.get(LedgerSpeed.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    try (var bench = new Workbench(sites())) {
      var carriers = bench.bean(Carriers.class);
      carriers.start();
      System.out.println("batches of 500 for 3 sites, ms until entered / until all are carried");
      for (int round = 0; round < 30; round++) {
        var took = batch(bench, carriers, round * BATCH);
        if (round >= 10) {
          System.out.printf("  %.1f / %.1f%n", took[0] / 1e6, took[1] / 1e6);
        }
      }
      single(bench, carriers);
      carriers.stop();
    }
    System.exit(0);
  }

  private static Sites sites() {
    var yaml = new StringBuilder();
    for (var site : new String[] {"one", "two", "three"}) {
      yaml.append(
          """
          - site: %s
            name: Site
            address: http://%s.test/
            sections: [{path: news, name: News}]
            destinations: [{kind: recording}]
          """
              .formatted(site, site));
    }
    return TestSites.of(yaml.toString());
  }

  private static long[] batch(Workbench bench, Carriers carriers, int from)
      throws InterruptedException {
    var arrivals = new ArrayList<byte[]>();
    for (int i = 0; i < BATCH; i++) {
      arrivals.add(event(from + i));
    }
    var carried = new CountDownLatch(3 * BATCH);
    count(bench, carried);
    long start = System.nanoTime();
    var decoded = new ArrayList<Arrival>();
    arrivals.forEach(bytes -> decoded.add(bench.arrival(bytes)));
    var entered = bench.bean(Ledger.class).enter(decoded);
    long entry = System.nanoTime() - start;
    carriers.wake(entered.due());
    if (!carried.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("not all were carried");
    }
    while (Boolean.TRUE.equals(
        bench.jdbc.queryForObject(
            "select exists (select 1 from publish.delivery where lease_token is not null)",
            Boolean.class))) {}
    return new long[] {entry, System.nanoTime() - start};
  }

  private static void single(Workbench bench, Carriers carriers) throws InterruptedException {
    var took = new long[1500];
    for (int i = 0; i < took.length; i++) {
      var carried = new CountDownLatch(3);
      count(bench, carried);
      var event = event(100_000 + i);
      long start = System.nanoTime();
      var entered = bench.bean(Ledger.class).enter(List.of(bench.arrival(event)));
      carriers.wake(entered.due());
      carried.await();
      took[i] = System.nanoTime() - start;
      LockSupport.parkNanos(10_000_000); // a hundred stories a second
    }
    var warm = Arrays.copyOfRange(took, 500, took.length);
    Arrays.sort(warm);
    System.out.printf(
        "one story from consumer to all 3 destinations: p50 %.2f ms, p99 %.2f ms%n",
        warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6);
  }

  private static byte[] event(int number) {
    return Events.story(number)
        .text("and the skaters come ".repeat(190))
        .related(number - 1, 0)
        .related(number - 2, 1)
        .bytes();
  }

  private static void count(Workbench bench, CountDownLatch carried) {
    for (var site : new String[] {"one", "two", "three"}) {
      bench.at(site + "/recording").answer =
          dispatch -> {
            carried.countDown();
            return Recording.accept(dispatch);
          };
    }
  }
}
