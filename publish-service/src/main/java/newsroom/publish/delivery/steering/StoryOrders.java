package newsroom.publish.delivery.steering;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes orders about one story. Only JSON is taken: no page of another site can send that unasked.
@RestController
@RequestMapping(path = "/stories/{uri}", consumes = MediaType.APPLICATION_JSON_VALUE)
class StoryOrders {

  private final Steering steering;

  StoryOrders(Steering steering) {
    this.steering = steering;
  }

  @PostMapping("/retry")
  Answer retry(@PathVariable String uri, @RequestBody Order.Body body) {
    return steering.story(Act.RETRY, uri, body.order());
  }

  @PostMapping("/park")
  Answer park(@PathVariable String uri, @RequestBody Order.Body body) {
    return steering.story(Act.PARK, uri, body.order());
  }

  @PostMapping("/release")
  Answer release(@PathVariable String uri, @RequestBody Order.Body body) {
    return steering.story(Act.RELEASE, uri, body.order());
  }

  @PostMapping("/kill")
  Answer kill(@PathVariable String uri, @RequestBody Order.Body body) {
    return steering.story(Act.KILL, uri, body.order());
  }

  @PostMapping("/reinstate")
  Answer reinstate(@PathVariable String uri, @RequestBody Order.Body body) {
    return steering.story(Act.REINSTATE, uri, body.order());
  }

  @PostMapping("/replay")
  Answer replay(@PathVariable String uri, @RequestBody Order.Body body) {
    return steering.story(Act.REPLAY, uri, body.order());
  }
}
