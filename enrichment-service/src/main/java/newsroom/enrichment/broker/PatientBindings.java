package newsroom.enrichment.broker;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps Spring Cloud Stream from binding while the service starts. Even for a binding with
/// `auto-startup: false` the binder asks Kafka for the topic first, and with Kafka away it asks
/// for minutes, with the HTTP port closed. [DraftedBinding] starts the bindings instead.
/// Publish has a twin: services share nothing but their events.
@Configuration(proxyBeanMethods = false)
class PatientBindings {

  @Bean
  static BeanPostProcessor unhurriedInputs(ListableBeanFactory beans) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof InputBindingLifecycle ? new OnDemand(beans, new HashMap<>()) : bean;
      }
    };
  }

  /// Binds when it is told to, not when everything else starts.
  private static final class OnDemand extends InputBindingLifecycle {

    private final ListableBeanFactory beans;
    private final Map<String, Bindable> bindables;

    OnDemand(ListableBeanFactory beans, Map<String, Bindable> bindables) {
      super(beans.getBean(BindingService.class), bindables);
      this.beans = beans;
      this.bindables = bindables;
    }

    @Override
    public boolean isAutoStartup() {
      return false;
    }

    @Override
    public void start() {
      bindables.putAll(beans.getBeansOfType(Bindable.class));
      super.start();
    }
  }
}
