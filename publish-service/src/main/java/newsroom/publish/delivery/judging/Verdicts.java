package newsroom.publish.delivery.judging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import newsroom.publish.delivery.Prospect;
import newsroom.publish.delivery.Prospects;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A dry run: which sites would take a story and why not. Nothing is written and nothing leaves.
@RestController
class Verdicts {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Prospects prospects;
  private final Sites sites;
  private final Clock clock;

  Verdicts(Prospects prospects, Sites sites, Clock clock) {
    this.prospects = prospects;
    this.sites = sites;
    this.clock = clock;
  }

  /// What the sites say.
  record Said(String uri, String headline, Instant at, List<Opinion> sites) {}

  /// What one site says; the names are those of [Prospect].
  record Opinion(
      String site,
      String verdict,
      @Nullable String section,
      @Nullable String address,
      List<String> destinations,
      @Nullable Instant until,
      @Nullable String reason) {

    static Opinion of(Prospect it) {
      return new Opinion(
          it.site(),
          it.verdict().name().toLowerCase(Locale.ROOT),
          it.section(),
          it.address(),
          it.destinations(),
          it.until(),
          it.reason());
    }
  }

  @PostMapping("/sites/verdict")
  Said verdict(@RequestBody String body, @RequestParam @Nullable String agency) {
    var story = story(body, agency);
    return said(story, prospects.of(story));
  }

  @PostMapping("/sites/{site}/verdict")
  Said verdict(
      @PathVariable String site, @RequestBody String body, @RequestParam @Nullable String agency) {
    if (sites.named(site).isEmpty()) {
      var known = sites.all().stream().map(Site::name).toList();
      throw problem(HttpStatus.NOT_FOUND, "there is no site " + site + "; there are " + known);
    }
    var story = story(body, agency);
    return said(story, prospects.of(story).stream().filter(it -> it.site().equals(site)).toList());
  }

  private Said said(Story story, List<Prospect> all) {
    return new Said(
        story.uri(),
        story.headlines().headline(),
        clock.instant(),
        all.stream().map(Opinion::of).toList());
  }

  /// A story as it lies in the ledger where only its uri is given; else the story itself.
  private Story story(String body, @Nullable String agency) {
    try {
      var given = tree(body);
      var fields = new Fields(given);
      return fields.onlyNames()
          ? known(fields.text("uri", ""))
          : new StoryInHand(fields, clock).read(agency);
    } catch (JacksonException e) {
      throw problem(HttpStatus.BAD_REQUEST, "the story is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode tree(String body) {
    // a uri alone is as good as JSON that holds nothing else
    var bare = body.strip();
    return bare.startsWith("urn:") ? JSON.createObjectNode().put("uri", bare) : JSON.readTree(bare);
  }

  private Story known(String uri) {
    return prospects
        .known(uri)
        .orElseThrow(
            () ->
                problem(
                    HttpStatus.NOT_FOUND,
                    "the ledger has no text of " + uri + "; send the story itself"));
  }

  private static ErrorResponseException problem(HttpStatus status, String sentence) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, sentence), null);
  }
}
