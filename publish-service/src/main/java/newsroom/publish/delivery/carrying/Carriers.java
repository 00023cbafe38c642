package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.Outlook.Outlooks;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import newsroom.publish.published.Relay;
import newsroom.publish.site.Sites;
import newsroom.publish.site.Staff;
import newsroom.publish.watch.Loop;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// All carriers, one for each destination of each site. When the file of sites changes, those whose
/// destination has changed end and others begin; nobody else notices.
@Component
@EnableConfigurationProperties(CarryingSettings.class)
public class Carriers implements Staff, Outlooks {

  private static final Duration LAST_BATCH = Duration.ofSeconds(20);
  // beside what its destination and its lease give it, a turn waits for the ledger
  private static final Duration FOR_THE_LEDGER = Duration.ofSeconds(60);

  private final Lines lines;
  private final Clock clock;
  private final CarryingSettings settings;
  private final Desk desk;
  private final Relay relay;
  private final Tally tally;
  private volatile Map<String, Post> posts = Map.of();
  private boolean carrying;

  Carriers(
      Lines lines, Clock clock, CarryingSettings settings, Desk desk, Relay relay, Tally tally) {
    this.lines = lines;
    this.clock = clock;
    this.settings = settings;
    this.desk = desk;
    this.relay = relay;
    this.tally = tally;
    employ(lines.all());
  }

  /// A carrier and its work.
  private record Post(Line line, Carrier carrier, Loop loop) {

    void end() {
      loop.end();
      carrier.end();
    }
  }

  /// Starts carrying. The ledger must be there.
  public synchronized void start() {
    desk.ownership().resume();
    posts.values().forEach(post -> post.loop().start());
    carrying = true;
  }

  /// Has what is under way carried and settled, and ends.
  public synchronized void stop() {
    carrying = false;
    end(posts.values());
    desk.ownership().close();
  }

  /// There is something to carry at these destinations.
  public void wake(Collection<String> destinations) {
    for (var destination : destinations) {
      var post = posts.get(destination);
      if (post != null) {
        post.carrier().wake();
      }
    }
  }

  @Override
  public Handover prepare(Sites next) {
    var change = lines.change(next);
    return new Handover() {
      @Override
      public String take() {
        return hand(change);
      }

      @Override
      public void drop() {
        change.drop();
      }
    };
  }

  /// The old end before the new begin: of one destination there is never more than one in here.
  private synchronized String hand(Lines.Change change) {
    var before = posts;
    var ending = before.values().stream().filter(it -> change.old().contains(it.line())).toList();
    end(ending);
    for (var post : ending) {
      post.line().destination().close();
      desk.loops().forget(post.loop());
      desk.conduct().circuits().close(post.line().name());
    }
    lines.take(change);
    employ(lines.all());
    if (carrying) {
      var fresh = new HashSet<>(change.fresh());
      posts.values().stream()
          .filter(it -> fresh.contains(it.line()))
          .forEach(it -> it.loop().start());
    }
    return "%d begin, %d end".formatted(change.fresh().size(), change.old().size());
  }

  private void employ(List<Line> all) {
    var next = new LinkedHashMap<String, Post>();
    for (var line : all) {
      var before = posts.get(line.name());
      next.put(line.name(), before != null && before.line().equals(line) ? before : post(line));
    }
    posts = next;
  }

  private Post post(Line line) {
    var carrier = new Carrier(line, clock, settings, desk, settled -> after(line, settled));
    var patience = line.destination().deadline().plus(settings.leaseMargin()).plus(FOR_THE_LEDGER);
    var loop = desk.loops().of("carrier of " + line.name(), patience, carrier::turn);
    return new Post(line, carrier, loop);
  }

  private static void end(Collection<Post> posts) {
    posts.forEach(Post::end);
    var patience = System.nanoTime() + LAST_BATCH.toNanos();
    for (var post : posts) {
      var _ = post.loop().join(Duration.ofNanos(Math.max(1, patience - System.nanoTime())));
    }
  }

  /// How this instance sees the destination.
  @Override
  public Outlook of(String destination) {
    var post = posts.get(destination);
    return post == null ? Outlook.WELL : post.carrier().outlook();
  }

  private void after(Line line, Settled settled) {
    wake(settled.due());
    if (settled.said()) {
      relay.wake();
    }
    settled.settled().forEach(settlement -> tally.count(line, settlement));
  }
}
