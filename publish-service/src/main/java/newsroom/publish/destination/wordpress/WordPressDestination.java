package newsroom.publish.destination.wordpress;

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
import newsroom.publish.destination.drop.PictureDesk;
import newsroom.publish.destination.wordpress.api.Budget;
import newsroom.publish.destination.wordpress.api.Setback;
import newsroom.publish.destination.wordpress.api.Setback.Reach;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings stories to one WordPress site, a few at once.
final class WordPressDestination implements Destination {

  private static final Logger log = LoggerFactory.getLogger(WordPressDestination.class);
  private static final Duration STORY = Duration.ofSeconds(60);
  // what is under way when a story's time is up: a picture, a request
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final Desk desk;
  private final Bringing bringing;
  private final Removing removing;
  private final Hands hands;
  private final @Nullable PictureDesk pictures;
  private final AtomicBoolean alarmed = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WordPressDestination(
      Desk desk,
      Bringing bringing,
      Removing removing,
      Hands hands,
      @Nullable PictureDesk pictures) {
    this.desk = desk;
    this.bringing = bringing;
    this.removing = removing;
    this.hands = hands;
    this.pictures = pictures;
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
          hands.alone(
              desk.name(), dispatch.uri(), deadline(), () -> carry(dispatch, Budget.of(STORY)));
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

  private Transmission carry(Dispatch dispatch, Budget budget) throws Setback {
    return switch (dispatch) {
      case Dispatch.Show show -> bringing.show(show, budget);
      case Dispatch.TakeDown down -> removing.takeDown(down, budget);
    };
  }

  /// Once for all stories, until one gets through.
  private void alarm(Transmission said) {
    if (said instanceof Transmission.Deferred(var reason, var _)
        && alarmed.compareAndSet(false, true)) {
      log.atWarn()
          .addKeyValue("destination", desk.name())
          .log("nothing gets to this site until somebody looks: {}", reason);
    }
  }

  private void well() {
    if (alarmed.compareAndSet(true, false)) {
      log.atInfo().addKeyValue("destination", desk.name()).log("this site takes stories again");
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
    return desk.settings().login().concurrency();
  }

  @Override
  public Duration deadline() {
    return STORY.plus(SLACK);
  }

  @Override
  public void close() {
    threads.shutdown();
    desk.api().close();
    if (pictures != null) {
      pictures.close();
    }
  }
}
