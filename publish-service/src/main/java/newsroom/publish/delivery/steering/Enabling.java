package newsroom.publish.delivery.steering;

import java.util.Objects;
import java.util.Set;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.delivery.conduct.Recovery;
import newsroom.publish.delivery.steering.Answer.Enabled;
import org.springframework.stereotype.Service;

/// Brings stories again to a destination that was disabled.
@Service
class Enabling {

  private final Turns turns;
  private final Daybook daybook;
  private final Recovery recovery;
  private final Carriers carriers;

  Enabling(Turns turns, Daybook daybook, Recovery recovery, Carriers carriers) {
    this.turns = turns;
    this.daybook = daybook;
    this.recovery = recovery;
    this.carriers = carriers;
  }

  /// Enabling what is enabled changes nothing, and is not in the daybook.
  ///
  /// @param order its site is the destination's
  Enabled enable(String destination, Order order) {
    var enabled =
        Objects.requireNonNull(
            turns.take(
                now -> {
                  var sentence = order.sentence("destination is enabled again");
                  var missed = recovery.enable(destination, sentence, now);
                  if (missed.isEmpty()) {
                    return new Enabled(destination, 0, null);
                  }
                  long line = daybook.write(Act.ENABLE, destination, order, now);
                  daybook.count(line, missed.getAsInt());
                  return new Enabled(destination, missed.getAsInt(), line);
                }));
    recovery.release(destination);
    carriers.wake(Set.of(destination));
    return enabled;
  }
}
