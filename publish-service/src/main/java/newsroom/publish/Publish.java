package newsroom.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import newsroom.publish.broker.DeadLetters;
import newsroom.publish.broker.DeadLetters.Letter;
import newsroom.publish.delivery.Arrival;
import newsroom.publish.delivery.Ledger;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.published.Relay;
import newsroom.publish.site.Sites;
import newsroom.publish.story.ReadStory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/// The walk: enriched stories come in batches, each site says whether it takes them, the ledger
/// notes what is wanted, and the carriers are woken. The batch is done when the ledger has it; what
/// comes again changes nothing.
@Component
class Publish implements Consumer<Message<List<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(Publish.class);

  private final Sites sites;
  private final Ledger ledger;
  private final Carriers carriers;
  private final Relay relay;
  private final DeadLetters deadLetters;

  Publish(Sites sites, Ledger ledger, Carriers carriers, Relay relay, DeadLetters deadLetters) {
    this.sites = sites;
    this.ledger = ledger;
    this.carriers = carriers;
    this.relay = relay;
    this.deadLetters = deadLetters;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    var arrivals = new ArrayList<Arrival>();
    var places = new ArrayList<Integer>();
    var unreadable = new ArrayList<Letter>();
    // tombstones are no byte arrays, whatever the type says
    List<?> events = batch.getPayload();
    for (int i = 0; i < events.size(); i++) {
      if (!(events.get(i) instanceof byte[] event)) {
        unreadable.add(letter(batch, i, null, "there is no event, only a key"));
        continue;
      }
      try {
        arrivals.add(arrival(event));
        places.add(i);
      } catch (RuntimeException | StackOverflowError e) {
        unreadable.add(letter(batch, i, event, String.valueOf(e.getMessage())));
      }
    }
    var entered = ledger.enter(arrivals);
    for (var unfit : entered.unfit()) {
      var event = arrivals.get(unfit.index()).event();
      unreadable.add(letter(batch, places.get(unfit.index()), event, unfit.reason()));
    }
    deadLetters.send(unreadable);
    carriers.wake(entered.due());
    if (entered.said()) {
      relay.wake();
    }
    log.atDebug()
        .addKeyValue("current", entered.current())
        .addKeyValue("older", entered.older())
        .log("batch entered");
  }

  private Arrival arrival(byte[] event) {
    var story = ReadStory.from(event);
    return new Arrival(story, event, sites.judge(story));
  }

  private static Letter letter(
      Message<?> batch, int index, byte @Nullable [] event, String reason) {
    return new Letter(
        text(header(batch, KafkaHeaders.RECEIVED_KEY, index)),
        event,
        reason,
        new DeadLetters.Origin(
            String.valueOf(header(batch, KafkaHeaders.RECEIVED_TOPIC, index)),
            header(batch, KafkaHeaders.RECEIVED_PARTITION, index) instanceof Integer it ? it : -1,
            header(batch, KafkaHeaders.OFFSET, index) instanceof Long it ? it : -1));
  }

  private static @Nullable String text(@Nullable Object key) {
    return switch (key) {
      case null -> null;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> key.toString();
    };
  }

  /// In a batch each header is a list, one element for each event.
  private static @Nullable Object header(Message<?> batch, String name, int index) {
    return batch.getHeaders().get(name) instanceof List<?> list && index < list.size()
        ? list.get(index)
        : null;
  }
}
