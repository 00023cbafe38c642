package newsroom.publish.destination.cms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Setback.Reach;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings stories to one site, a few at once, each by one hand and within its time.
public final class SiteDestination implements Destination {

  private static final Logger log = LoggerFactory.getLogger(SiteDestination.class);
  private static final Duration STORY = Duration.ofSeconds(60);
  // what is under way when a story's time is up: a picture, a request
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final String name;
  private final int concurrency;
  private final Hands hands;
  private final Way<Dispatch.Show> shows;
  private final Way<Dispatch.TakeDown> takesDown;
  private final List<? extends AutoCloseable> open;
  private final AtomicBoolean alarmed = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// How one story is brought to the site, or taken from it.
  @FunctionalInterface
  public interface Way<D extends Dispatch> {
    Transmission go(D dispatch, Budget budget) throws Setback;
  }

  /// A destination.
  ///
  /// @param name the destination's
  /// @param concurrency stories at once
  /// @param open what is closed with it
  public SiteDestination(
      String name,
      int concurrency,
      Hands hands,
      Way<Dispatch.Show> shows,
      Way<Dispatch.TakeDown> takesDown,
      List<? extends AutoCloseable> open) {
    this.name = name;
    this.concurrency = concurrency;
    this.hands = hands;
    this.shows = shows;
    this.takesDown = takesDown;
    this.open = open;
  }

  /// A few at once; once the site has said what concerns all, nobody else asks it.
  @Override
  public List<Transmission> carry(List<Dispatch> dispatches) {
    var closed = new AtomicReference<@Nullable Transmission>();
    var transmissions = new ArrayList<Transmission>();
    for (int start = 0; start < dispatches.size(); start += batch()) {
      var under =
          dispatches.subList(start, Math.min(dispatches.size(), start + batch())).stream()
              .map(dispatch -> threads.submit(() -> carry(dispatch, closed)))
              .toList();
      under.forEach(one -> transmissions.add(outcome(one)));
    }
    return transmissions;
  }

  private Transmission carry(Dispatch dispatch, AtomicReference<@Nullable Transmission> closed) {
    var said = closed.get();
    if (said != null) {
      return said;
    }
    try {
      var done =
          hands.alone(name, dispatch.uri(), deadline(), () -> go(dispatch, Budget.of(STORY)));
      well();
      return done;
    } catch (Setback setback) {
      if (setback.reach() == Reach.SITE) {
        closed.set(setback.said());
        alarm(setback.said());
      }
      return setback.said();
    }
  }

  private Transmission go(Dispatch dispatch, Budget budget) throws Setback {
    return switch (dispatch) {
      case Dispatch.Show show -> shows.go(show, budget);
      case Dispatch.TakeDown down -> takesDown.go(down, budget);
    };
  }

  /// Once for all stories, until one gets through.
  private void alarm(Transmission said) {
    if (said instanceof Transmission.Deferred(var reason, var _, var _)
        && alarmed.compareAndSet(false, true)) {
      log.atWarn()
          .addKeyValue("destination", name)
          .log("nothing gets to this site until somebody looks: {}", reason);
    }
  }

  private void well() {
    if (alarmed.compareAndSet(true, false)) {
      log.atInfo().addKeyValue("destination", name).log("this site takes stories again");
    }
  }

  private static Transmission outcome(Future<Transmission> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return new Transmission.Deferred("the post could not be written: " + e.getCause(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Transmission.Deferred("this service is ending", null);
    }
  }

  @Override
  public int batch() {
    return concurrency;
  }

  @Override
  public Duration deadline() {
    return STORY.plus(SLACK);
  }

  @Override
  public void close() {
    threads.shutdown();
    for (var one : open) {
      try {
        one.close();
      } catch (Exception e) {
        log.atDebug().addKeyValue("destination", name).setCause(e).log("did not close");
      }
    }
  }
}
