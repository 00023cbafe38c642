package newsroom.benchmark.site.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import newsroom.benchmark.copy.Mark;
import newsroom.benchmark.count.Counts;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.part.Schedule;
import newsroom.benchmark.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The load against a newsroom of a few lines that does everything at once.
class SiteLoadTests {

  private static final List<String> SITES = List.of("one", "two");
  private static final double DRAIN_SECONDS = 3;
  private static final long REFUSED = 7;
  private static final long LATE = 8;
  private static final long PAGELESS = 9;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int receiverPort = Ports.free();

  @SuppressWarnings("NullAway.Init") // before each test
  private HttpServer newsroom;

  @BeforeEach
  void open() throws IOException {
    newsroom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    newsroom.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    newsroom.start();
  }

  @AfterEach
  void close() {
    newsroom.stop(0);
    http.close();
  }

  @Test
  void everyStoryThatComesOutEverywhereIsCountedAndTimed() throws Exception {
    // Given
    serve(
        call -> {
          var mark = mark(call);
          for (var site : SITES) {
            page(site, mark);
            webhook(site, mark);
          }
          answer(call, 202);
        });

    // When
    var result = SiteLoad.run(plan(0.3, 0.5), DRAIN_SECONDS);

    // Then
    assertThat(result.missing()).isZero();
    assertThat(result.steady().stories()).isEqualTo(50);
    assertThat(result.webhooks()).hasSize(2).extracting(this::measured).containsOnly(50L);
    assertThat(result.pages()).hasSize(2).extracting(this::measured).containsOnly(50L);
  }

  @Test
  void aRefusedWireAndAPageThatNeverCameAreMissing() throws Exception {
    // Given
    serve(
        call -> {
          var mark = mark(call);
          if (mark.number() == REFUSED) {
            answer(call, 503);
            return;
          }
          for (var site : SITES) {
            webhook(site, mark);
            if (mark.number() != PAGELESS) {
              page(site, mark);
            }
          }
          answer(call, 202);
        });

    // When
    var result = SiteLoad.run(plan(0, 0.2), DRAIN_SECONDS);

    // Then
    var oneMissing = new Counts(20, 1, 0, 0);
    assertThat(result.answers().counts()).isEqualTo(oneMissing);
    assertThat(result.webhooks()).extracting(Door.Result::counts).containsOnly(oneMissing);
    assertThat(result.pages()).extracting(door -> door.counts().missing()).containsOnly(2L);
    assertThat(result.missing()).isEqualTo(7);
  }

  @Test
  void aWireThatIsTurnedAwayAtFirstIsSentAgainAndNotMissing() throws Exception {
    // Given
    var late = new AtomicBoolean(true);
    serve(
        call -> {
          var mark = mark(call);
          if (mark.number() == LATE && late.getAndSet(false)) {
            answer(call, 503);
            return;
          }
          for (var site : SITES) {
            webhook(site, mark);
            page(site, mark);
          }
          answer(call, 202);
        });

    // When
    var result = SiteLoad.run(plan(0, 0.2), DRAIN_SECONDS);

    // Then
    assertThat(result.sentAgain()).isEqualTo(1);
    assertThat(result.missing()).isZero();
  }

  @Test
  void aMessageThatComesTwiceIsRepeatedAndANewOneOnTheSameStoryIsNot() throws Exception {
    // Given
    serve(
        call -> {
          var mark = mark(call);
          for (var site : SITES) {
            page(site, mark);
            webhook(site, mark);
          }
          if (mark.number() == LATE) {
            webhook("one", mark);
            webhook("two", "renewed " + mark, mark);
          }
          answer(call, 202);
        });

    // When
    var result = SiteLoad.run(plan(0, 0.2), DRAIN_SECONDS);

    // Then
    assertThat(result.repeated()).isEqualTo(1);
    assertThat(result.webhooks())
        .extracting(Door.Result::counts)
        .containsExactly(new Counts(20, 0, 0, 0), new Counts(20, 0, 1, 0));
  }

  private void page(String site, Mark mark) throws IOException {
    var path = mark.toString().toLowerCase(Locale.ROOT).replace(' ', '-') + "-the-harbour-1a2b3c4d";
    var story = folder.resolve(site).resolve("news/2026/03/01").resolve(path);
    Files.createDirectories(story);
    Files.writeString(story.resolve("index.html"), "<h1>" + mark + "</h1>");
  }

  private void webhook(String site, Mark mark) throws IOException {
    webhook(site, mark.toString(), mark);
  }

  private void webhook(String site, String message, Mark mark) throws IOException {
    var to = URI.create("http://127.0.0.1:" + receiverPort + "/" + site);
    var body = BodyPublishers.ofString("{\"headline\":\"" + mark + " the harbour\"}");
    var request = HttpRequest.newBuilder(to).header("webhook-id", message).POST(body).build();
    try {
      http.send(request, BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(HttpHandler ingest) {
    newsroom.createContext("/wires/bench", ingest);
  }

  private FilingPlan plan(double fullSeconds, double steadySeconds) {
    var sites =
        SITES.stream()
            .map(name -> new FilingPlan.SiteDoors(name, folder.resolve(name).toString()))
            .toList();
    var ingest = URI.create("http://127.0.0.1:" + newsroom.getAddress().getPort() + "/wires/bench");
    var schedule = new Schedule(10, 0, fullSeconds, 100, 0, steadySeconds);
    return new FilingPlan(ingest, receiverPort, sites, schedule, Map.of(), "");
  }

  private long measured(Door.Result door) {
    return Histograms.sum(List.of(door.histogram())).getTotalCount();
  }

  private static Mark mark(HttpExchange call) throws IOException {
    return Mark.in(new String(call.getRequestBody().readAllBytes(), UTF_8)).orElseThrow();
  }

  private static void answer(HttpExchange call, int status) throws IOException {
    call.sendResponseHeaders(status, -1);
    call.close();
  }
}
