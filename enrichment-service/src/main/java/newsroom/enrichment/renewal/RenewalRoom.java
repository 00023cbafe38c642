package newsroom.enrichment.renewal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import newsroom.enrichment.ranking.RelatedSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the room needs beside itself, and what it shows of itself.
@Configuration(proxyBeanMethods = false)
class RenewalRoom {

  @Bean
  Renewals.Settings renewalsSettings(RenewalSettings renewal, RelatedSettings related) {
    return new Renewals.Settings(renewal, related);
  }

  @Bean
  Gauge youngStoriesGauge(YoungStories young, MeterRegistry meters) {
    return Gauge.builder("newsroom.young", young, YoungStories::size)
        .description("stories whose links this instance may renew")
        .register(meters);
  }

  @Bean
  Gauge renewalsWaitingGauge(ObjectProvider<Renewals> renewals, MeterRegistry meters) {
    return Gauge.builder(
            "newsroom.renewals.waiting",
            renewals,
            it -> it.stream().mapToInt(Renewals::waiting).sum())
        .description("young stories that are to be looked at")
        .register(meters);
  }
}
