package newsroom.publish.destination.drop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.drop.place.Place;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.Trust;

/// Leaves files, one word on a story after the other, so that their numbers appear in their order.
final class DropDestination implements Destination {

  static final Duration DEADLINE = Duration.ofSeconds(60);
  // going there, and the pictures of the story that is under way when time is up
  private static final Duration SLACK = Duration.ofSeconds(80);
  private static final int BATCH = 20;

  private final String name;
  private final Place place;
  private final Packing packing;
  private final Journal journal;
  private final Duration deadline;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("drop deadline").factory());

  DropDestination(String name, Place place, Packing packing, Journal journal, Duration deadline) {
    this.name = name;
    this.place = place;
    this.packing = packing;
    this.journal = journal;
    this.deadline = deadline;
    this.alarm.setRemoveOnCancelPolicy(true);
  }

  @Override
  public List<Transmission> carry(List<Dispatch> dispatches) {
    if (dispatches.isEmpty()) {
      return List.of();
    }
    Place.Visit visit;
    try {
      visit = place.open();
    } catch (Guard.Forbidden e) {
      return all(dispatches, new Transmission.Refused(String.valueOf(e.getMessage())));
    } catch (IOException | RuntimeException e) {
      return all(dispatches, new Transmission.Deferred(sentence(e), null));
    }
    var late = new AtomicBoolean();
    var end =
        alarm.schedule(
            () -> {
              late.set(true);
              visit.close();
            },
            deadline.toMillis(),
            TimeUnit.MILLISECONDS);
    try (visit) {
      return leave(dispatches, visit, late);
    } finally {
      end.cancel(false);
    }
  }

  /// After the first that fails the connection is not trusted any more; the rest waits with it.
  private List<Transmission> leave(
      List<Dispatch> dispatches, Place.Visit visit, AtomicBoolean late) {
    var said = new ArrayList<Transmission>();
    for (var dispatch : dispatches) {
      if (said.isEmpty() || !(said.getLast() instanceof Transmission.Deferred)) {
        said.add(late.get() ? tooLate() : leave(dispatch, visit, late));
      } else {
        said.add(said.getLast());
      }
    }
    return said;
  }

  private Transmission leave(Dispatch dispatch, Place.Visit visit, AtomicBoolean late) {
    var dropped =
        journal.number(name, dispatch.uri(), packing.word(dispatch), packing.slug(dispatch));
    if (dropped.done()) {
      return new Transmission.Accepted(null, null);
    }
    var parcel = packing.pack(dispatch, dropped);
    try {
      visit.about(String.join(" ", name, dispatch.uri(), dropped.word()));
      parcel.leave(visit);
    } catch (IOException | RuntimeException e) {
      return late.get() ? tooLate() : new Transmission.Deferred(sentence(e), null);
    }
    journal.done(name, dispatch.uri(), dropped);
    return new Transmission.Accepted(null, parcel.name());
  }

  private Transmission tooLate() {
    return new Transmission.Deferred(
        place + " was not done within " + deadline.toSeconds() + " s", null);
  }

  private String sentence(Exception e) {
    var refusal = Trust.refusal(e);
    var message = refusal == null ? e.getMessage() : refusal;
    return place + ": " + (message == null ? e.getClass().getSimpleName() : message);
  }

  private static List<Transmission> all(List<Dispatch> dispatches, Transmission said) {
    return dispatches.stream().map(_ -> said).toList();
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Duration deadline() {
    return deadline.plus(SLACK);
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    packing.pictures().close();
  }
}
