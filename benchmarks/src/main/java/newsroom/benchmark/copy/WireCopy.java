package newsroom.benchmark.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import newsroom.benchmark.process.Json;

/// Makes wires in ninjs 3.1, each a story of its own of about 4 KB.
///
/// @param run in the uri of each story, so that no two runs file the same one
public record WireCopy(String run) {

  private static final int PARAGRAPHS = 12;

  /// The wire with this number, to be sent at this time of `System.nanoTime()`.
  public byte[] wire(long number, long intended) {
    // milliseconds are all that the formats have
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    var prose = new Prose(number, number % 4 == 3);
    var wire =
        Map.ofEntries(
            Map.entry("uri", "tag:bench.example,2026:" + run + ":" + number),
            Map.entry("standard", Map.of("name", "ninjs", "version", "3.1")),
            Map.entry("type", "text"),
            Map.entry("version", "1"),
            Map.entry("firstCreated", now),
            Map.entry("versionCreated", now),
            Map.entry("pubStatus", "usable"),
            Map.entry("urgency", 4),
            Map.entry("language", "en"),
            Map.entry("by", "Ada Lindqvist"),
            Map.entry(
                "headlines",
                List.of(Map.of("role", "main", "value", headline(number, intended, prose)))),
            Map.entry(
                "descriptions", List.of(Map.of("role", "summary", "value", prose.sentence()))),
            Map.entry("bodies", List.of(Map.of("contentType", "text/html", "value", body(prose)))));
    return Json.text(wire).getBytes(UTF_8);
  }

  // first in the headline, so that it is in the address of the page too
  private static String headline(long number, long intended, Prose prose) {
    return new Mark(number, intended) + " " + prose.headline();
  }

  private static String body(Prose prose) {
    var paragraphs =
        IntStream.range(0, PARAGRAPHS).mapToObj(_ -> "<p>" + prose.paragraph() + "</p>");
    return String.join("", paragraphs.toList());
  }
}
