package newsroom.enrichment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import newsroom.enrichment.broker.Batch;
import newsroom.enrichment.broker.DeadLetters;
import newsroom.enrichment.enricher.Enrichers;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.story.Candidates;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Story;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.PubStatus;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/// The walk of a story through enrichment: read as drafted, given its related links, told as
/// enriched. The agency's text passes through as it came. Kafka has every outcome of a batch before
/// the batch counts as read.
@Component
class Enrich implements Consumer<Message<List<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(Enrich.class);

  private final Enrichers enrichers;
  private final KafkaTemplate<String, byte[]> kafka;
  private final DeadLetters deadLetters;
  private final Clock clock;
  private final Counter enriched;

  /// @param story none where nothing may be linked: a kill, a withheld version
  private record Walker(Drafted drafted, Optional<Story> story) {}

  Enrich(
      Enrichers enrichers,
      KafkaTemplate<String, byte[]> kafka,
      DeadLetters deadLetters,
      Clock clock,
      MeterRegistry meters) {
    this.enrichers = enrichers;
    this.kafka = kafka;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.enriched = meters.counter("newsroom.enriched");
  }

  @Override
  public void accept(Message<List<byte[]>> message) {
    var batch = Batch.of(message);
    var sent = new ArrayList<CompletableFuture<?>>(batch.size());
    var walkers = new ArrayList<Walker>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      try {
        walkers.add(read(batch.bytes(i)));
      } catch (RuntimeException e) {
        sent.add(bury(batch.origin(i), batch.bytes(i), e));
      }
    }
    var enrichments = enrichers.enrichAll(walkers.stream().map(Walker::story).toList());
    for (int i = 0; i < walkers.size(); i++) {
      sent.add(tell(walkers.get(i).drafted(), enrichments.get(i)));
    }
    kafka.flush();
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    enriched.increment(walkers.size());
  }

  private static Walker read(byte[] bytes) {
    var drafted = EventCodec.DRAFTED.decode(bytes);
    var article = drafted.getArticle();
    boolean usable = article.getPubStatus() == PubStatus.USABLE;
    return new Walker(drafted, usable ? Optional.of(Stories.of(article)) : Optional.empty());
  }

  private CompletableFuture<?> bury(DeadLetters.Origin origin, byte[] bytes, Exception reason) {
    return deadLetters.send(ArticleTopics.DRAFTED_DEAD, "enrichment", origin, bytes, reason);
  }

  private CompletableFuture<?> tell(Drafted drafted, Enrichment enrichment) {
    var event =
        Enriched.newBuilder()
            .setUri(drafted.getUri())
            .setVersion(drafted.getVersion())
            .setVersionCreated(drafted.getVersionCreated())
            .setEnriched(clock.instant())
            .setArticle(drafted.getArticle())
            .setRelated(Candidates.toEvent(enrichment.related()))
            .setMissing(List.copyOf(enrichment.missing()))
            .build();
    var uri = drafted.getUri().toString();
    log.atDebug()
        .addKeyValue("uri", uri)
        .addKeyValue("version", drafted.getVersion())
        .addKeyValue("links", enrichment.related().size())
        .log("story enriched");
    return kafka.send(ArticleTopics.ENRICHED, uri, EventCodec.ENRICHED.encode(event));
  }
}
