package newsroom.ingest.draft;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import newsroom.schema.Drafted;
import newsroom.schema.codec.EventCodec;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/// Kafka for tests: acknowledges at once, or when told, or refuses.
public final class FakeKafka {

  private final MockProducer<String, byte[]> producer;
  private final Drafts drafts;
  private final Recent recent;

  public FakeKafka() {
    this(true, Clock.systemUTC());
    recent.open();
  }

  /// Where earlier drafts are not known yet.
  static FakeKafka beforeRecollection() {
    return new FakeKafka(true, Clock.systemUTC());
  }

  /// One that knows so many drafts again.
  public static FakeKafka remembering(int drafts) {
    var kafka = new FakeKafka(true, Clock.systemUTC(), drafts);
    kafka.recent.open();
    return kafka;
  }

  FakeKafka(boolean acknowledges, Clock clock) {
    this(acknowledges, clock, 30);
  }

  private FakeKafka(boolean acknowledges, Clock clock, int remembered) {
    this.producer =
        new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer()) {
          @Override
          public void close(Duration within) {
            // the template closes what its factory does not share; this one is needed again
          }
        };
    var template = new KafkaTemplate<>(new MockProducerFactory<>(() -> producer));
    template.setProducerListener(new ProducerListener<>() {});
    var keep = Duration.ofMinutes(10);
    var settings =
        new DraftSettings("en", Duration.ofMillis(500), remembered, keep, Duration.ofMillis(200));
    this.recent = new Recent(settings, clock);
    this.drafts = new Drafts(template, settings, recent, clock, new SimpleMeterRegistry());
  }

  public Drafts drafts() {
    return drafts;
  }

  public void refuse() {
    producer.sendException = new TimeoutException("no broker in this test");
  }

  void findTooLarge() {
    producer.sendException = new RecordTooLargeException("too large for this test");
  }

  void recover() {
    producer.sendException = null;
  }

  void acknowledgeNext() {
    producer.completeNext();
  }

  public List<Drafted> sent() {
    return producer.history().stream()
        .map(ProducerRecord::value)
        .map(EventCodec.DRAFTED::decode)
        .toList();
  }

  public String onlyKey() {
    return producer.history().getFirst().key();
  }
}
