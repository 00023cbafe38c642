package newsroom.enrichment.renewal;

import java.util.List;
import newsroom.enrichment.story.Telling;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Shows operators who else tells a story.
@RestController
class TellingsController {

  private final YoungStories young;

  TellingsController(YoungStories young) {
    this.young = young;
  }

  /// The last word of this instance on who tells a story.
  ///
  /// @param tellings the same story from other agencies, the first that came first
  record Told(String uri, long version, int revision, List<Telling> tellings) {}

  @GetMapping("/stories/{uri}/tellings")
  ResponseEntity<Object> tellings(@PathVariable String uri) {
    return young
        .find(uri)
        .<ResponseEntity<Object>>map(story -> ResponseEntity.ok(told(story)))
        .orElseGet(() -> ResponseEntity.of(unknown()).build());
  }

  private static Told told(Young story) {
    var mark = story.mark();
    return new Told(story.uri(), mark.version(), mark.revision(), story.links().tellings());
  }

  private static ProblemDetail unknown() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND,
        "This instance remembers no such story: it is not young any more, or another instance reads it.");
  }
}
