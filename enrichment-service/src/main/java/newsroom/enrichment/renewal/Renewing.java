package newsroom.enrichment.renewal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsroom.enrichment.broker.Mail;
import newsroom.enrichment.enricher.Enrichers;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.morgue.Morgue;
import newsroom.enrichment.story.Candidates;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Tellings;
import newsroom.schema.Enriched;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks at one young story again, and tells it with better links where there are any.
@Component
class Renewing {

  private static final Logger log = LoggerFactory.getLogger(Renewing.class);
  private static final EventCodec<Enriched> CODEC = EventCodec.ENRICHED;

  /// What links cannot be judged without; other enrichers say nothing about them.
  private static final Set<String> NEEDED = Set.of("related", "embedding");

  private final Enrichers enrichers;
  private final Mail mail;
  private final Morgue morgue;
  private final Clock clock;
  private final Counter renewed;
  private final Counter kept;
  private final Counter skipped;

  /// What came of it.
  enum Outcome {
    RENEWED,
    KEPT,
    /// To be looked at once more.
    TOO_EARLY
  }

  Renewing(Enrichers enrichers, Mail mail, Morgue morgue, Clock clock, MeterRegistry meters) {
    this.enrichers = enrichers;
    this.mail = mail;
    this.morgue = morgue;
    this.clock = clock;
    this.renewed = meters.counter("newsroom.renewals", "outcome", "renewed");
    this.kept = meters.counter("newsroom.renewals", "outcome", "kept");
    this.skipped = meters.counter("newsroom.renewals", "outcome", "skipped");
  }

  /// One story that came live is not looked up.
  void skip() {
    skipped.increment();
  }

  /// A story is not looked at again for what came: the morgue does not find it.
  void giveUp(String uri) {
    skipped.increment();
    log.atDebug().addKeyValue("uri", uri).log("links stay as they were, what came is not found");
  }

  /// Whether the morgue has read all that was said.
  boolean canLook() {
    return morgue.met();
  }

  /// Whether it can find these.
  boolean canFind(Set<String> uris) {
    try {
      return morgue.ask(holdings -> holdings.holdsAll(uris));
    } catch (IOException e) {
      throw new UncheckedIOException("the morgue cannot be asked", e);
    }
  }

  /// Looks once more.
  ///
  /// @param last the last word on the story, as it was told
  Outcome renew(Young young, Enriched last, Due.Look look) {
    var story = Stories.of(last.getArticle());
    var today = enrichers.enrichAll(List.of(Optional.of(story))).getFirst();
    var comparison = new Comparison(young.links(), today, look);
    if (comparison.isTooEarly() || today.missing().stream().anyMatch(NEEDED::contains)) {
      return Outcome.TOO_EARLY;
    }
    if (!comparison.isBetter()) {
      kept.increment();
      return Outcome.KEPT;
    }
    return tell(last, today) ? Outcome.RENEWED : Outcome.KEPT;
  }

  /// Returns whether Kafka took it.
  private boolean tell(Enriched last, Enrichment today) {
    var event =
        Enriched.newBuilder(last)
            .setRevision(last.getRevision() + 1)
            .setEnriched(clock.instant())
            .setRelated(Candidates.toEvent(today.related()))
            .setTellings(Tellings.toEvent(today.tellings()))
            .build();
    var uri = event.getUri().toString();
    var refused =
        mail.send(
            List.of(() -> new ProducerRecord<>(ArticleTopics.ENRICHED, uri, CODEC.encode(event))));
    refused.forEach(
        (_, reason) ->
            log.atWarn()
                .addKeyValue("uri", uri)
                .addKeyValue("reason", reason)
                .log("links stay as they were: Kafka does not take the story with new ones"));
    if (!refused.isEmpty()) {
      kept.increment();
      return false;
    }
    renewed.increment();
    log.atDebug()
        .addKeyValue("uri", uri)
        .addKeyValue("version", event.getVersion())
        .addKeyValue("revision", event.getRevision())
        .log("links renewed");
    return true;
  }
}
