package newsroom.publish.site;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// How many sites there are, and whether the file as it stands is what counts. Stories go on by the
/// file that was right, so a mistake takes nobody out of service.
@Component
class SitesHealthIndicator implements HealthIndicator {

  private final Sites sites;
  private final SitesWatch watch;

  SitesHealthIndicator(Sites sites, SitesWatch watch) {
    this.sites = sites;
    this.watch = watch;
  }

  @Override
  public Health health() {
    var health = Health.up().withDetail("sites", sites.all().size());
    var mistakes = watch.mistakes();
    if (!mistakes.isEmpty()) {
      health.withDetail("the file is not taken, the sites stay as they were", mistakes);
    }
    return health.build();
  }
}
