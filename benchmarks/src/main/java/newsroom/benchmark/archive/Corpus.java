package newsroom.benchmark.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newsroom.benchmark.process.Json;

/// Stories to vary, the oldest first.
record Corpus(List<Text> stories) {

  /// One story of the corpus.
  record Text(Instant published, String headline, String body) {}

  /// A line of the file; what else it says is not needed.
  private record Line(String published, String headline, String body) {

    Text text() {
      return new Text(Instant.parse(published), headline, body);
    }
  }

  /// Reads JSON Lines of `{published, headline, body}`, compressed where the name ends in gz.
  static Corpus read(Path file) {
    var stories = new ArrayList<Text>();
    try (var reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        stories.add(Json.read(line, Line.class).text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    stories.sort(Comparator.comparing(Text::published));
    return new Corpus(stories);
  }

  private static InputStream open(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    return file.toString().endsWith("gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
