package newsroom.enrichment.morgue;

import java.time.Clock;
import newsroom.enrichment.embedding.Embeddings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses what keeps the morgue.
@Configuration(proxyBeanMethods = false)
class Keeping {

  @Bean
  Cabinets cabinets(
      MorgueSettings settings, OpenSearchSettings openSearch, Embeddings embeddings, Clock clock) {
    return switch (settings.kind()) {
      case LUCENE -> Cabinets.in(settings.folder());
      case OPENSEARCH ->
          new Clusters(openSearch, embeddings, new Cluster.Keeps(clock, settings.keeps()));
    };
  }
}
