package newsroom.enrichment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import newsroom.enrichment.broker.Batch;
import newsroom.enrichment.broker.DeadLetters;
import newsroom.enrichment.broker.DeadLetters.Letter;
import newsroom.enrichment.broker.Mail;
import newsroom.enrichment.broker.Retold;
import newsroom.enrichment.enricher.Enrichers;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.story.Candidates;
import newsroom.enrichment.story.Concepts;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.story.Tellings;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.PubStatus;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/// The walk of a story through enrichment: read as drafted, given its related links, told as
/// enriched. The agency's text passes through as it came. Kafka has every outcome of a batch before
/// the batch counts as read.
@Component
class Enrich implements Consumer<Message<List<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(Enrich.class);

  private final Enrichers enrichers;
  private final Mail mail;
  private final DeadLetters deadLetters;
  private final Retold retold;
  private final Clock clock;
  private final Counter enriched;
  private final Counter retellings;

  /// @param place in the batch
  /// @param draft the drafted event as it came
  /// @param story none where nothing may be linked: a kill, a withheld version
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Walker(int place, byte[] draft, Drafted drafted, Optional<Story> story) {}

  private record Told(Walker walker, Enrichment enrichment) {

    Told withoutLinks() {
      return new Told(walker, enrichment.withoutLinks());
    }
  }

  Enrich(
      Enrichers enrichers,
      Mail mail,
      DeadLetters deadLetters,
      Retold retold,
      Clock clock,
      MeterRegistry meters) {
    this.enrichers = enrichers;
    this.mail = mail;
    this.deadLetters = deadLetters;
    this.retold = retold;
    this.clock = clock;
    this.enriched = meters.counter("newsroom.enriched");
    this.retellings = meters.counter("newsroom.tellings");
  }

  @Override
  public void accept(Message<List<byte[]>> message) {
    var batch = Batch.of(message);
    try {
      walk(batch);
      retold.finished(batch);
    } catch (RuntimeException | Error e) {
      retold.failed(batch);
      throw e;
    }
  }

  private void walk(Batch batch) {
    var again = retold.in(batch);
    var walkers = new ArrayList<Walker>(batch.size());
    var dead = new ArrayList<Letter>();
    for (int i = 0; i < batch.size(); i++) {
      try {
        if (!again.contains(i)) {
          walkers.add(read(i, batch.bytes(i)));
        }
      } catch (RuntimeException | StackOverflowError e) {
        dead.add(new Letter(batch.origin(i), batch.bytes(i), sentence(e)));
      }
    }
    var enrichments = enrichers.enrichAll(walkers.stream().map(Walker::story).toList());
    var told = new ArrayList<Told>(walkers.size());
    for (int i = 0; i < walkers.size(); i++) {
      told.add(new Told(walkers.get(i), enrichments.get(i)));
    }
    tell(told)
        .forEach(
            (walker, reason) ->
                dead.add(
                    new Letter(batch.origin(walker.place()), batch.bytes(walker.place()), reason)));
    deadLetters.send(ArticleTopics.DRAFTED_DEAD, "enrichment", dead);
    enriched.increment(batch.size() - again.size() - dead.size());
  }

  private static String sentence(Throwable e) {
    return e instanceof RuntimeException ? String.valueOf(e.getMessage()) : e.toString();
  }

  private static Walker read(int place, byte[] bytes) {
    var drafted = EventCodec.DRAFTED.decode(bytes);
    var article = drafted.getArticle();
    boolean usable = article.getPubStatus() == PubStatus.USABLE;
    return new Walker(
        place, bytes, drafted, usable ? Optional.of(Stories.of(article)) : Optional.empty());
  }

  /// A story that is too large with its links goes on without them. Says which can go on in no way,
  /// and why.
  private Map<Walker, String> tell(List<Told> stories) {
    var refused = mail.send(stories.stream().map(this::event).toList());
    if (refused.isEmpty()) {
      return Map.of();
    }
    var bare = refused.keySet().stream().map(i -> stories.get(i).withoutLinks()).toList();
    refused.forEach(
        (i, reason) ->
            log.atWarn()
                .addKeyValue("uri", stories.get(i).walker().drafted().getUri())
                .addKeyValue("reason", reason)
                .log("story is tried without links"));
    var hopeless = new LinkedHashMap<Walker, String>();
    mail.send(bare.stream().map(this::event).toList())
        .forEach((i, reason) -> hopeless.put(bare.get(i).walker(), reason));
    return hopeless;
  }

  private Supplier<ProducerRecord<String, byte[]>> event(Told told) {
    return () -> {
      var drafted = told.walker().drafted();
      var additions = told.enrichment().additions();
      var event =
          Enriched.newBuilder()
              .setUri(drafted.getUri())
              .setVersion(drafted.getVersion())
              .setVersionCreated(drafted.getVersionCreated())
              .setEnriched(clock.instant())
              .setArticle(drafted.getArticle())
              .setRelated(Candidates.toEvent(told.enrichment().related()))
              .setMissing(List.copyOf(told.enrichment().missing()))
              .setKeywords(List.copyOf(additions.keywords()))
              .setReadingSeconds(additions.readingSeconds())
              .setMediaTopics(Concepts.toEvent(additions.mediaTopics()))
              .setLocated(Concepts.toEvent(additions.located()))
              .setTellings(Tellings.toEvent(told.enrichment().tellings()))
              .build();
      var uri = drafted.getUri().toString();
      log.atDebug()
          .addKeyValue("uri", uri)
          .addKeyValue("version", drafted.getVersion())
          .addKeyValue("links", told.enrichment().related().size())
          .log("story enriched");
      retellings.increment(told.enrichment().tellings().isEmpty() ? 0 : 1);
      return Retold.signed(
          new ProducerRecord<>(ArticleTopics.ENRICHED, uri, EventCodec.ENRICHED.encode(event)),
          told.walker().draft());
    };
  }
}
