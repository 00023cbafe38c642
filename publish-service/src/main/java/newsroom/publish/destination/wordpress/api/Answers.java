package newsroom.publish.destination.wordpress.api;

import java.time.Clock;
import java.time.Duration;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Answered;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.Setback.Reach;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Tells answers to one request from those that concern the whole site, or come to nothing.
final class Answers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  // a person has to come first; asking more often only fills the site's log
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final int NOT_IMPLEMENTED = 501;

  private final Clock clock;
  private final String host;

  Answers(Clock clock, String host) {
    this.clock = clock;
    this.host = host;
  }

  Reply read(Answered response) throws Setback {
    int status = response.status();
    if (status != NOT_IMPLEMENTED) {
      response.checkNow(host, clock.instant());
    }
    var body = response.body();
    if (response.redirects()) {
      throw site("redirects to " + response.location() + ": say that address as url");
    }
    Reply reply;
    try {
      var json = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
      reply = new Reply(status, json, response.date());
      if (status == NOT_IMPLEMENTED && !reply.code().equals(Api.NO_TRASH)) {
        response.checkNow(host, clock.instant());
      }
    } catch (JacksonException e) {
      // of something between us and it
      response.checkNow(host, clock.instant());
      throw site("answered " + status + " with a page, not with its REST API: check url");
    }
    if (reply.ok() && !reply.body().isContainer()) {
      throw site("answered " + status + " with nothing where its REST API should be: check url");
    }
    if (status == 401 || anonymous(reply)) {
      throw site("takes our user and password no longer: check both, and that the account exists");
    }
    if (reply.code().equals("rest_no_route")) {
      throw site("has no REST API for posts at this url");
    }
    return reply;
  }

  /// Asked for what only its staff may see, WordPress calls an unknown password a bad parameter.
  private static boolean anonymous(Reply reply) {
    for (var detail : reply.body().path("data").path("details")) {
      if (detail.path("data").path("status").asInt(0) == 401) {
        return true;
      }
    }
    return false;
  }

  /// It concerns every story of the site.
  Setback site(String what) {
    var pause = clock.instant().plus(PAUSE);
    return new Setback(new Transmission.Deferred(host + " " + what, pause), Reach.SITE);
  }
}
