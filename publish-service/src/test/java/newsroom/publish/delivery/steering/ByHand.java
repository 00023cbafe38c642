package newsroom.publish.delivery.steering;

import java.time.Instant;
import newsroom.publish.delivery.carrying.Workbench;
import org.jspecify.annotations.Nullable;

/// What an operator does to a whole destination.
public final class ByHand {

  private ByHand() {}

  /// Tries again what was parked there or waits. Returns how many deliveries those are.
  ///
  /// @param since null for ever
  /// @param until null for ever
  public static int retry(
      Workbench bench, String destination, @Nullable Instant since, @Nullable Instant until) {
    var site = destination.substring(0, destination.indexOf('/'));
    var order = new Order("Anna Berg", "the site is back", site, false);
    var choice = new Choice(order, destination, null, since, until, null);
    int deliveries = 0;
    Answer.Many answer;
    do {
      answer = bench.bean(Sweeps.class).retry(choice);
      deliveries += answer.deliveries();
    } while (answer.more());
    return deliveries;
  }

  /// Brings stories again to a destination that was disabled. Returns how many leave.
  public static int enable(Workbench bench, String destination) {
    var site = destination.substring(0, destination.indexOf('/'));
    var order = new Order("Anna Berg", "the site is back", site, false);
    return bench.bean(Enabling.class).enable(destination, order).due();
  }

  /// Carries once more what a site that lost it should show.
  public static void replay(Workbench bench, String site) {
    var order = new Order("Anna Berg", "the site was restored", site, true);
    bench.bean(Sweeps.class).replay(new Choice(order, null, null, null, null, null));
  }

  /// Puts a story aside at a site, until somebody lets it go on.
  public static void park(Workbench bench, String site, String uri) {
    var order = new Order("Anna Berg", "the lawyers ask for it", site, false);
    bench.bean(Steering.class).story(Act.PARK, uri, order);
  }
}
