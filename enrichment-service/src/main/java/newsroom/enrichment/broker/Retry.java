package newsroom.enrichment.broker;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.FixedBackOff;

/// What happens to a batch when Kafka fails in the middle of it: it is done again, for ever. One
/// bad event never gets here; it is a dead letter.
@Configuration(proxyBeanMethods = false)
class Retry {

  private static final Logger log = LoggerFactory.getLogger(Retry.class);
  private static final long A_SECOND = 1_000;

  @Bean
  DefaultErrorHandler retryForEver() {
    var handler =
        new DefaultErrorHandler(new FixedBackOff(A_SECOND, FixedBackOff.UNLIMITED_ATTEMPTS));
    // by default some exceptions count as hopeless, and their batch would be skipped
    handler.setClassifications(Map.of(), true);
    handler.setLogLevel(KafkaException.Level.DEBUG);
    handler.setRetryListeners(new Told());
    return handler;
  }

  /// Says the first failure of a batch, and then one a minute.
  private static final class Told implements RetryListener {

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> event, @Nullable Exception e, int attempt) {
      tell(1, e, attempt);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> batch, @Nullable Exception e, int attempt) {
      tell(batch.count(), e, attempt);
    }

    private static void tell(int events, @Nullable Exception e, int attempt) {
      if (attempt % 60 == 1) {
        log.atWarn()
            .addKeyValue("events", events)
            .addKeyValue("attempt", attempt)
            .setCause(e)
            .log("a batch is done again");
      }
    }
  }
}
