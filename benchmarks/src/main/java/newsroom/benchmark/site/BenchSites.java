package newsroom.benchmark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsroom.benchmark.site.load.FilingPlan;

/// The sites of a run: each takes every story, as pages and by webhook.
///
/// @param count how many
/// @param folder of their pages
/// @param receiverPort of their webhooks
record BenchSites(int count, Path folder, int receiverPort) {

  List<FilingPlan.SiteDoors> doors() {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> "bench-" + number)
        .map(name -> new FilingPlan.SiteDoors(name, folder.resolve(name).toString()))
        .toList();
  }

  /// Writes the file that publish reads.
  Path write(Path file) {
    try {
      return Files.writeString(file, yaml(doors()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String yaml(Collection<FilingPlan.SiteDoors> doors) {
    return doors.stream().map(this::yaml).collect(Collectors.joining("", "sites:\n", ""));
  }

  private String yaml(FilingPlan.SiteDoors site) {
    return """
      - site: %1$s
        name: Bench
        address: http://%1$s.example/
        sections:
          - path: news
            name: News
        destinations:
          - kind: pages
            folder: %2$s
          - kind: webhook
            url: http://127.0.0.1:%3$d/%1$s
            secret: whsec_YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gt
            allow-loopback: true
    """
        .formatted(site.name(), site.pages(), receiverPort);
  }
}
