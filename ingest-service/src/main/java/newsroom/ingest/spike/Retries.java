package newsroom.ingest.spike;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import org.springframework.stereotype.Component;

/// Takes wires from the spike to the desk again.
@Component
final class Retries {

  private static final int TOLD = 100;

  private final Spike spike;
  private final Desk desk;

  Retries(Spike spike, Desk desk) {
    this.spike = spike;
    this.desk = desk;
  }

  /// What became of many.
  ///
  /// @param tried how many were taken to the desk
  /// @param left how many of them left the spike
  /// @param stories how many versions were drafted from them
  /// @param stayed how many are still unreadable
  /// @param still the first of those
  record Count(int tried, int left, int stories, int stayed, List<Receipt.Spiked> still) {}

  /// What became of one; empty when it is not on the spike.
  Optional<Receipt> one(String id) throws IOException, DeskClosed {
    try (var _ = spike.hold(id)) {
      var wire = spike.wire(id);
      if (wire.isEmpty()) {
        return Optional.empty();
      }
      var receipt = desk.take(wire.get());
      if (stays(id, receipt).isEmpty()) {
        spike.remove(id);
      }
      return Optional.of(receipt);
    }
  }

  /// Tries all that are meant. When the desk closes on the way, those that are left have not been
  /// touched: the same call goes on later.
  Count all(SpikeFilter filter) throws IOException, DeskClosed {
    var tried = 0;
    var stories = 0;
    var stayed = 0;
    var still = new ArrayList<Receipt.Spiked>();
    for (var entry : spike.list(filter, 0, Integer.MAX_VALUE)) {
      var receipt = one(entry.id());
      if (receipt.isPresent()) {
        tried++;
        stories += receipt.get().stories().size();
        var stays = stays(entry.id(), receipt.get());
        stayed += stays.isPresent() ? 1 : 0;
        stays.filter(_ -> still.size() < TOLD).ifPresent(still::add);
      }
    }
    return new Count(tried, tried - stayed, stories, stayed, List.copyOf(still));
  }

  static Optional<Receipt.Spiked> stays(String id, Receipt receipt) {
    return receipt.spiked().stream().filter(on -> on.id().equals(id)).findFirst();
  }
}
