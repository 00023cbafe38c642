package newsroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The newsroom is killed with no time to say goodbye, in the middle of five hundred stories.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashTests {

  private static final int STORIES = 500;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void everyStoryIsLiveOnceAfterKillMinusNine() throws Exception {
    try (var partner = new Partner();
        var first = ChildNewsroom.start(data, partner)) {
      // Given
      dropStories(data.resolve("wires/northwire"));
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> partner.received().size() >= STORIES / 5);

      // When
      first.killMinusNine();
      assertThat(stories(partner)).hasSizeLessThan(STORIES);
      try (var second = ChildNewsroom.start(data, partner);
          var desk = new FrontDoor(second)) {

        // Then
        await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(() -> assertThat(stories(partner)).hasSize(STORIES));
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() -> assertThat(desk.liveOnTheSite()).hasSize(STORIES));
        assertThat(desk.liveOnTheSite())
            .allSatisfy(page -> assertThat(desk.get(page).statusCode()).isEqualTo(200));
        assertThat(idsByStory(partner)).allSatisfy((uri, ids) -> assertThat(ids).hasSize(1));
      }
    }
  }

  private static void dropStories(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var number : IntStream.range(0, STORIES).toArray()) {
      var headline = "Crash story number %03d.".formatted(number);
      var wire =
          TestWire.story(
              "crash-" + number, headline, "Paragraph one of story " + number, "And another.");
      var file = Files.write(folder.resolve(".%03d.json".formatted(number)), wire.bytes());
      Files.move(file, folder.resolve("%03d.json".formatted(number)));
    }
  }

  private static List<String> stories(Partner partner) {
    return partner.received().stream().map(Partner.Received::uri).distinct().toList();
  }

  /// A dispatch that is carried again after a crash has the id that it had, so that the partner can
  /// tell: a second id for a story would be a second story to readers.
  private static Map<String, Set<String>> idsByStory(Partner partner) {
    return partner.received().stream()
        .collect(
            Collectors.groupingBy(
                Partner.Received::uri,
                Collectors.mapping(Partner.Received::id, Collectors.toSet())));
  }
}
