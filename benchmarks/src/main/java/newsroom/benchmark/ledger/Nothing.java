package newsroom.benchmark.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Masthead;

/// Destinations that take everything and do nothing, so that the ledger is all that costs.
public final class Nothing implements DestinationKind {

  @Override
  public String kind() {
    return "nothing";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    return new Destination() {
      @Override
      public List<Transmission> carry(List<Dispatch> dispatches) {
        return dispatches.stream().map(Nothing::accept).toList();
      }

      @Override
      public int batch() {
        return 500;
      }

      @Override
      public Duration deadline() {
        return Duration.ofSeconds(20);
      }
    };
  }

  private static Transmission accept(Dispatch dispatch) {
    return dispatch instanceof Dispatch.Show show
        ? new Transmission.Accepted(show.page().address(), null)
        : new Transmission.Accepted(null, null);
  }
}
