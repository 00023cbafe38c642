package newsroom.benchmark.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import newsroom.benchmark.copy.EnrichedCopy;
import newsroom.benchmark.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterboxTests {

  private static final int STORY = 7;

  @TempDir Path folder;

  @Test
  void twoPostsOverOneConnectionAreTakenAndAnswered() throws Exception {
    // Given
    var port = Ports.free();
    var taken = new CopyOnWriteArrayList<Letterbox.Letter>();

    // When
    try (var _ = new Letterbox(port, taken::add);
        var http = HttpClient.newHttpClient()) {
      for (var body : List.of("first", "second ø")) {
        var to = URI.create("http://127.0.0.1:" + port + "/bench-3");
        var post =
            HttpRequest.newBuilder(to)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
      }
    }

    // Then
    assertThat(taken).extracting(Letterbox.Letter::path).containsExactly("bench-3", "bench-3");
    assertThat(taken)
        .extracting(it -> new String(it.body(), UTF_8))
        .containsExactly("first", "second ø");
  }

  @Test
  void whatWasKeptOfTheFirstStoriesIsReadAgain() throws Exception {
    // Given
    var posts = new Posts();
    var letter = new Letterbox.Letter("POST /bench-1 HTTP/1.1\nwebhook-id: 1\n", new byte[] {1});
    posts.keep(0, STORY, letter);
    posts.keep(0, Posts.STORIES, letter);

    // When
    posts.write(folder.resolve("posts"));
    var read = Posts.read(folder.resolve("posts"));

    // Then
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().getFirst().head()).isEqualTo(letter.head());
    assertThat(read.getFirst().getFirst().body()).isEqualTo(letter.body());
  }

  @Test
  void aDeliveryThatComesTwiceCountsOnce() {
    // Given
    var arrivals = new Arrivals(STORY + 1, 2);

    // When
    arrivals.of(0, STORY);
    arrivals.of(0, STORY);
    arrivals.of(1, STORY);

    // Then
    assertThat(arrivals.await(2, 0)).isTrue();
    assertThat(arrivals.deliveries()).isEqualTo(2);
    assertThat(arrivals.repeated()).isEqualTo(1);
    assertThat(arrivals.last()).isGreaterThanOrEqualTo(arrivals.first());
  }

  @Test
  void theNumberOfAStoryIsFoundInWhatNamesIt() {
    // Given
    var copy = EnrichedCopy.with(3);

    // When
    var number = EnrichedCopy.number("{\"uri\":\"" + copy.key(STORY) + "\"");

    // Then
    assertThat(number).isEqualTo(STORY);
  }
}
