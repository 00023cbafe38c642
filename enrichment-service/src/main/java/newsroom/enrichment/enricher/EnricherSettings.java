package newsroom.enrichment.enricher;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a story waits for its enrichers.
///
/// @param budget for all enrichers of one story together
/// @param rest an enricher that ran out of time is not asked for this long, so that one that hangs
///     does not slow down every story
/// @param budgets for single enrichers, by their names; none is waited for longer than for all
@ConfigurationProperties("newsroom.enrichment.enricher")
record EnricherSettings(
    @DefaultValue("250ms") Duration budget,
    @DefaultValue("2s") Duration rest,
    @DefaultValue Map<String, Duration> budgets) {

  EnricherSettings {
    budgets = Map.copyOf(budgets);
  }

  Duration budget(String enricher) {
    var own = budgets.getOrDefault(enricher, budget);
    return own.compareTo(budget) < 0 ? own : budget;
  }
}
