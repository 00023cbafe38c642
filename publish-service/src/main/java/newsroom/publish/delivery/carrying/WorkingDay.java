package newsroom.publish.delivery.carrying;

import newsroom.publish.broker.Intake;
import newsroom.publish.broker.Shift;
import newsroom.publish.published.Relay;
import org.springframework.stereotype.Component;

/// Carriers first, so that what was left is under way before anything new comes in; at the end the
/// other way round.
@Component
class WorkingDay implements Shift {

  private final Carriers carriers;
  private final Relay relay;
  private final Intake intake;
  private boolean carrying;

  WorkingDay(Carriers carriers, Relay relay, Intake intake) {
    this.carriers = carriers;
    this.relay = relay;
    this.intake = intake;
  }

  /// May be called again where it failed half-way.
  @Override
  public synchronized void begin() {
    if (!carrying) {
      carriers.start();
      relay.start();
      carrying = true;
    }
    intake.open();
  }

  @Override
  public synchronized void end() {
    intake.close();
    if (carrying) {
      carriers.stop();
      relay.stop();
      carrying = false;
    }
  }

  @Override
  public boolean running() {
    return intake.isOpen();
  }
}
