package newsroom.publish.broker;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/// The consumer of `articles.enriched`.
@Component
public class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final String BINDING = "publish-in-0";
  private static final long PAUSE_MILLIS = 1_000;

  private final InputBindingLifecycle inputs;
  private final BindingsLifecycleController bindings;

  Intake(InputBindingLifecycle inputs, BindingsLifecycleController bindings) {
    this.inputs = inputs;
    this.bindings = bindings;
  }

  /// Throws where Kafka is not ready for it; then it may be called again.
  public void open() {
    if (!inputs.isRunning()) {
      inputs.start();
    }
    if (!isOpen()) {
      bindings.start(BINDING);
    }
    if (!isOpen()) {
      throw new IllegalStateException("the binding " + BINDING + " does not start yet");
    }
  }

  public void close() {
    if (isOpen()) {
      bindings.stop(BINDING);
    }
  }

  public boolean isOpen() {
    var states = bindings.queryState(BINDING);
    return !states.isEmpty() && states.stream().allMatch(binding -> binding.isRunning());
  }

  @Configuration(proxyBeanMethods = false)
  static class Patience {

    /// A batch that fails, fails because Kafka or PostgreSQL is away: it is tried again for ever,
    /// since skipping it would lose stories.
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> tryForEver() {
      return (container, _, _) -> container.setCommonErrorHandler(handler());
    }

    private static DefaultErrorHandler handler() {
      var handler =
          new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
      // some exceptions count as hopeless otherwise, and their batch would be skipped
      handler.setClassifications(Map.of(), true);
      handler.setLogLevel(KafkaException.Level.DEBUG);
      handler.setRetryListeners(
          (event, e, attempt) -> {
            if (attempt % 60 == 1) {
              log.atWarn().addKeyValue("attempt", attempt).setCause(e).log("batch is tried again");
            }
          });
      return handler;
    }
  }
}
