package newsroom.publish.destination.wordpress.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.wordpress.api.Setback.Reach;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Tells answers to one request from those that concern the whole site, or come to nothing.
final class Answers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<Integer> LATER = Set.of(408, 425, 429);
  // a person has to come first; asking more often only fills the site's log
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Clock clock;
  private final String host;

  Answers(Clock clock, String host) {
    this.clock = clock;
    this.host = host;
  }

  Reply read(ClassicHttpResponse response, byte[] body) throws Setback {
    int status = response.getCode();
    if (LATER.contains(status) || status >= 500) {
      var later =
          new Transmission.Deferred(
              host + " answered " + status, moment(response.getFirstHeader("Retry-After"), true));
      throw new Setback(later, reach(status));
    }
    if (status >= 300 && status < 400) {
      throw site("redirects to " + header(response, "Location") + ": say that address as url");
    }
    Reply reply;
    try {
      var json = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
      reply = new Reply(status, json, moment(response.getFirstHeader("Date"), false));
    } catch (JacksonException e) {
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

  private static Reach reach(int status) {
    return switch (status) {
      case 408, 425, 429 -> Reach.STORY;
      // said by what stands before the site, or by a site that is closed for repair
      case 502, 503, 504 -> Reach.UNKNOWN;
      default -> Reach.FAILED;
    };
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

  private static String header(ClassicHttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null ? "another address" : header.getValue();
  }

  /// A date, or where that is usual seconds; what is neither is as if it were not there.
  private @Nullable Instant moment(@Nullable Header header, boolean seconds) {
    var text = header == null || header.getValue() == null ? "" : header.getValue().strip();
    try {
      if (seconds && text.matches("\\d{1,9}")) {
        return clock.instant().plusSeconds(Long.parseLong(text));
      }
      return text.isEmpty()
          ? null
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
