package newsroom.benchmark.site.load;

import java.util.List;
import java.util.stream.Stream;
import newsroom.benchmark.machine.CpuUse;

/// What a whole newsroom did with the load.
///
/// @param full full load: stories that came out of every webhook meanwhile
/// @param steady steady rate: stories filed meanwhile
/// @param sentAgain requests that repeated one that ingest had not accepted
/// @param answers ingest's answers
/// @param webhooks one for each site
/// @param pages one for each site
public record FilingResult(
    Stretch full,
    Stretch steady,
    long sentAgain,
    Door.Result answers,
    List<Door.Result> webhooks,
    List<Door.Result> pages) {

  /// Messages that came before, summed over all webhooks.
  public long repeated() {
    return webhooks.stream().mapToLong(Door.Result::repeated).sum();
  }

  /// A stretch of time that was measured.
  public record Stretch(long stories, CpuUse cpu) {}

  /// Stories that are missing, summed over all doors.
  public long missing() {
    return Stream.of(List.of(answers), webhooks, pages)
        .flatMap(List::stream)
        .mapToLong(door -> door.counts().missing())
        .sum();
  }
}
