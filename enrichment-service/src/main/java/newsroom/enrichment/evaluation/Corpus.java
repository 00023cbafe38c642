package newsroom.enrichment.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newsroom.enrichment.story.Block;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stories to measure with, the oldest first.
///
/// @param dated whether every story says when it was published; else all count as of one moment,
///     and every query sees every story
record Corpus(List<Story> stories, boolean dated) {

  private static final JsonMapper JSON = new JsonMapper();

  /// Reads JSON Lines of `{id, published, headline, body}`, compressed where the name ends in gz.
  static Corpus read(Path file) throws IOException {
    var lines = new ArrayList<JsonNode>();
    try (var reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          lines.add(JSON.readTree(line));
        }
      }
    }
    boolean dated = lines.stream().allMatch(line -> line.path("published").isString());
    var stories = new ArrayList<Story>(lines.size());
    for (var line : lines) {
      stories.add(story(line, dated));
    }
    stories.sort(Comparator.comparing(Story::time));
    return new Corpus(stories, dated);
  }

  private static InputStream open(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    return file.toString().endsWith("gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private static Story story(JsonNode line, boolean dated) {
    var time = dated ? Instant.parse(line.path("published").asString()) : Instant.EPOCH;
    var body =
        line.path("body")
            .asString("")
            .lines()
            .filter(paragraph -> !paragraph.isBlank())
            .map(paragraph -> new Block(Block.Kind.PARAGRAPH, paragraph))
            .toList();
    return new Story(
        line.path("id").asString(),
        new Mark(1, time, 0),
        line.path("language").asString("en"),
        new Story.Heading(line.path("headline").asString(""), ""),
        body,
        "",
        time);
  }
}
