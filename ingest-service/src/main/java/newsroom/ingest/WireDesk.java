package newsroom.ingest;

import static java.util.stream.Collectors.joining;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.draft.Draft;
import newsroom.ingest.draft.Drafts;
import newsroom.ingest.draft.NotAcknowledged;
import newsroom.ingest.draft.Origin;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.quiet.LastWires;
import newsroom.ingest.reading.Reader;
import newsroom.ingest.spike.Spike;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The walk of a wire: a format reads it, the copy taster says what its agency means, its stories
/// become drafts on `articles.drafted`, and what cannot be read or is not for readers goes to the
/// spike with all its bytes.
@Component
final class WireDesk implements Desk {

  private static final Logger log = LoggerFactory.getLogger(WireDesk.class);

  private static final String WHOLE = "";
  private static final String MANY = "many";
  private static final int SINGLY = 5;

  private final Reader reader;
  private final Drafts drafts;
  private final Spike spike;
  private final LastWires lastWires;
  private final MeterRegistry meters;

  WireDesk(Reader reader, Drafts drafts, Spike spike, LastWires lastWires, MeterRegistry meters) {
    this.reader = reader;
    this.drafts = drafts;
    this.spike = spike;
    this.lastWires = lastWires;
    this.meters = meters;
  }

  @Override
  public Receipt take(Wire wire) throws DeskClosed {
    lastWires.heard(wire.agency(), wire.channel());
    try {
      var receipt = walk(wire);
      tell(wire, receipt);
      return receipt;
    } catch (NotAcknowledged e) {
      throw closed(wire, "Kafka has not acknowledged the stories of this wire: send it again.", e);
    } catch (IOException e) {
      throw closed(wire, "The spike cannot be written: send this wire again.", e);
    }
  }

  private Receipt walk(Wire wire) throws NotAcknowledged, IOException {
    try {
      return file(wire, reader.read(wire));
    } catch (Unreadable e) {
      return spikeWhole(wire, Reader.sentence(e));
    }
  }

  /// Drafts first: when Kafka is away nothing has been spiked yet, and the wire comes back whole.
  private Receipt file(Wire wire, List<Reading> readings) throws NotAcknowledged, IOException {
    var copies = readings.stream().mapMulti(WireDesk::copyOf).toList();
    var drafted = drafts.draft(originOf(wire), copies).iterator();
    var format = copies.isEmpty() ? null : copies.getFirst().format();
    var filed = new ArrayList<Receipt.Filed>();
    var failed = new ArrayList<Failure>();
    for (int part = 0; part < readings.size(); part++) {
      var reason = reasonAgainst(readings.get(part), drafted::next, filed);
      if (reason != null) {
        failed.add(new Failure(String.valueOf(part), reason));
      }
    }
    return new Receipt(List.copyOf(filed), spikeParts(wire, format, failed));
  }

  private record Failure(String part, String reason) {}

  /// Each entry of the spike has the whole wire, so a wire of which many stories fail makes one
  /// entry.
  private List<Receipt.Spiked> spikeParts(Wire wire, @Nullable String format, List<Failure> failed)
      throws IOException {
    if (failed.size() > SINGLY) {
      var first = failed.subList(0, SINGLY).stream().map(Failure::reason);
      var all = failed.size() + " stories of this wire: " + first.collect(joining(" ")) + " …";
      return List.of(onSpike(wire, MANY, format, all));
    }
    var spiked = new ArrayList<Receipt.Spiked>();
    for (var failure : failed) {
      spiked.add(onSpike(wire, failure.part(), format, failure.reason()));
    }
    return List.copyOf(spiked);
  }

  private static @Nullable String reasonAgainst(
      Reading reading, Supplier<Draft> drafted, List<Receipt.Filed> filed) {
    return switch (reading) {
      case Reading.Failed(var reason) -> reason;
      case Reading.Read _ ->
          switch (drafted.get()) {
            case Draft.Refused(var reason) -> reason;
            case Draft.Filed(var uri, var version, var headline) -> {
              filed.add(new Receipt.Filed(uri, version, headline));
              yield null;
            }
          };
    };
  }

  private static void copyOf(Reading reading, Consumer<Copy> to) {
    if (reading instanceof Reading.Read(var copy)) {
      to.accept(copy);
    }
  }

  private static Origin originOf(Wire wire) {
    return new Origin(wire.agency(), wire.channel(), wire.sha256(), wire.received());
  }

  private Receipt spikeWhole(Wire wire, String reason) throws IOException {
    return new Receipt(List.of(), List.of(onSpike(wire, WHOLE, reader.format(wire), reason)));
  }

  private Receipt.Spiked onSpike(Wire wire, String part, @Nullable String format, String reason)
      throws IOException {
    return new Receipt.Spiked(spike.add(wire, part, format, reason), reason);
  }

  private void tell(Wire wire, Receipt receipt) {
    var outcome = outcome(receipt);
    count(wire, outcome);
    log.atInfo()
        .addKeyValue("agency", wire.agency())
        .addKeyValue("channel", wire.channel())
        .addKeyValue("wire", wire.name() == null ? wire.sha256() : wire.name())
        .addKeyValue("stories", receipt.stories().size())
        .addKeyValue("spiked", receipt.spiked().size())
        .log("wire {}", outcome);
  }

  private static String outcome(Receipt receipt) {
    if (receipt.spiked().isEmpty()) {
      return receipt.stories().isEmpty() ? "empty" : "drafted";
    }
    return receipt.stories().isEmpty() ? "spiked" : "partly";
  }

  private DeskClosed closed(Wire wire, String sentence, Exception cause) {
    count(wire, "closed");
    return new DeskClosed(sentence, cause);
  }

  private void count(Wire wire, String outcome) {
    meters
        .counter(
            "newsroom.wires",
            "agency",
            wire.agency(),
            "channel",
            wire.channel(),
            "outcome",
            outcome)
        .increment();
  }
}
