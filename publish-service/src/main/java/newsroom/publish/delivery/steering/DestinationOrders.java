package newsroom.publish.delivery.steering;

import java.util.TreeSet;
import java.util.stream.Collectors;
import newsroom.publish.delivery.reading.Problem;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes orders about one destination.
@RestController
@RequestMapping(path = "/sites/{site}/{destination}", consumes = MediaType.APPLICATION_JSON_VALUE)
class DestinationOrders {

  private final Sites sites;
  private final Enabling enabling;

  DestinationOrders(Sites sites, Enabling enabling) {
    this.sites = sites;
    this.enabling = enabling;
  }

  @PostMapping("/enable")
  Answer.Enabled enable(
      @PathVariable String site, @PathVariable String destination, @RequestBody Order.Body body) {
    var name = site + "/" + destination;
    var order = new Order.Body(body.by(), body.why(), site, false).order();
    var all =
        sites.all().stream()
            .flatMap(it -> it.routes().stream())
            .map(Site.Route::destination)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!all.contains(name)) {
      throw Problem.missing("there is no destination " + name + "; there are " + all);
    }
    return enabling.enable(name, order);
  }
}
