package newsroom.publish.delivery.steering;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes orders about many deliveries, chosen by site, destination, reason and time.
@RestController
@RequestMapping(path = "/deliveries", consumes = MediaType.APPLICATION_JSON_VALUE)
class DeliveryOrders {

  private final Sweeps sweeps;

  DeliveryOrders(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  @PostMapping("/retry")
  Answer.Many retry(@RequestBody Choice.Body body) {
    return sweeps.retry(body.choice());
  }

  @PostMapping("/park")
  Answer.Many park(@RequestBody Choice.Body body) {
    return sweeps.park(body.choice());
  }

  @PostMapping("/replay")
  Answer.Many replay(@RequestBody Choice.Body body) {
    return sweeps.replay(body.choice());
  }
}
