package newsroom.enrichment.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class MailTest {

  private static final Map<String, RuntimeException> TROUBLE =
      Map.of(
          "late", new TimeoutException("no metadata within 10 s"),
          "large", new RecordTooLargeException("17 MB"));

  private final List<String> asked = new ArrayList<>();

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized Future<RecordMetadata> send(
            ProducerRecord<String, byte[]> event, Callback callback) {
          asked.add(event.key());
          var trouble = TROUBLE.get(event.key());
          if (trouble != null) {
            throw trouble;
          }
          return super.send(event, callback);
        }

        @Override
        public void close(Duration timeout) {
          // the template closes after each use what its factory does not share
        }

        @Override
        public void close() {
          // as above
        }
      };

  private final Mail mail = new Mail(new KafkaTemplate<>(() -> kafka));

  private static Supplier<ProducerRecord<String, byte[]>> event(String key) {
    return () -> new ProducerRecord<>("topic", key, new byte[1]);
  }

  @Test
  void whatKafkaNeverTakesIsSaidAndTheOthersGo() {
    var refused = mail.send(List.of(event("one"), event("large"), event("two")));
    assertThat(refused).containsOnlyKeys(1);
    assertThat(asked).containsExactly("one", "large", "two");
  }

  @Test
  void whereKafkaDoesNotAnswerNoOtherWaitsForIt() {
    assertThatThrownBy(() -> mail.send(List.of(event("one"), event("late"), event("two"))))
        .isInstanceOf(CompletionException.class);
    assertThat(asked).containsExactly("one", "late");
  }
}
