package newsroom.enrichment.morgue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses what keeps the morgue.
@Configuration(proxyBeanMethods = false)
class Keeping {

  @Bean
  Cabinets cabinets(MorgueSettings settings, OpenSearchSettings openSearch) {
    return switch (settings.kind()) {
      case LUCENE -> Cabinets.in(settings.folder());
      case OPENSEARCH -> new Clusters(openSearch);
    };
  }
}
