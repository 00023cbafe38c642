package newsroom.benchmark.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sites that take every story by webhook.
///
/// @param count how many
/// @param port where the posts of all come
/// @param concurrency posts under way at once at one site
record FanoutSites(int count, int port, int concurrency) {

  /// Writes the file that publish reads.
  Path write(Path file) {
    try {
      var sites = IntStream.rangeClosed(1, count).mapToObj(this::yaml);
      return Files.writeString(file, sites.collect(Collectors.joining("", "sites:\n", "")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String yaml(int number) {
    return """
      - site: bench-%1$d
        name: Bench %1$d
        address: https://bench-%1$d.example/
        sections:
          - path: news
            name: News
        destinations:
          - kind: webhook
            url: http://127.0.0.1:%2$d/bench-%1$d
            secret: whsec_YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gt
            concurrency: %3$d
            allow-loopback: true
    """
        .formatted(number, port, concurrency);
  }
}
