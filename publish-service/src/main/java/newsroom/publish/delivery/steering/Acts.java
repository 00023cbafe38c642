package newsroom.publish.delivery.steering;

import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.Slot;
import org.springframework.stereotype.Component;

/// Who does which act.
@Component
record Acts(Retries retries, Kills kills, Releases releases, Replays replays) {

  /// Does it to one story, which is held.
  ///
  /// @param slots the deliveries that are meant
  Touched on(Act act, String uri, List<Slot> slots, Order order, long line, Instant now) {
    return switch (act) {
      case RETRY -> Touched.of(retries.retry(slots, line, now));
      case PARK -> Touched.of(retries.park(slots, order, line, now));
      case RELEASE -> releases.release(uri, order, now);
      case KILL -> kills.kill(uri, order, line, now);
      case REINSTATE -> kills.reinstate(uri, order, line, now);
      case REPLAY -> Touched.of(replays.replay(List.of(uri), order, line, now));
      case ENABLE -> throw new IllegalArgumentException("no story is enabled: destinations are");
    };
  }
}
