package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.VALLEY;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import newsroom.enrichment.OpenSearchNode;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Mark;
import newsroom.schema.Published;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same on a real OpenSearch, where its jars are (module `opensearch-node`), and what holds of
/// an index that others may write to as well.
class ClusterTest extends CabinetContract {

  private static final Duration KEEPS = Duration.ofHours(20);
  private static final Bookmark BOOKMARK =
      new Bookmark(new Bookmark.Origin("c", "t"), NOON, Map.of(0, 7L));

  private static Clusters clusters;

  @BeforeAll
  static void start() {
    var noon = Clock.fixed(NOON, ZoneOffset.UTC);
    clusters = new Clusters(settings(), Embeddings.none(), new Cluster.Keeps(noon, KEEPS));
  }

  private static OpenSearchSettings settings() {
    return new OpenSearchSettings(
        OpenSearchNode.address(), "contract", 1, 0, "", "", Duration.ofSeconds(20));
  }

  @AfterEach
  void takeAway() throws IOException {
    clusters.wipeAnswering(Cabinets.Place.FIRST);
  }

  @AfterAll
  static void end() {
    if (clusters != null) {
      clusters.close();
    }
  }

  @Override
  Cabinet empty() throws IOException {
    return again();
  }

  @Override
  Cabinet again() throws IOException {
    return clusters.open(Cabinets.Place.FIRST, Embeddings.none());
  }

  @Test
  void aWriterThatLagsBehindUndoesNoKill() throws IOException {
    try (var one = again();
        var lagging = again()) {
      // Given
      one.said(9);
      one.bury(uri("dam"), new Mark(1, NOON, 0));
      one.refresh();

      // When
      put(lagging, 5, live(article("dam", "Dam cracks", DAM).build()));

      // Then
      assertThat(one.documents()).isZero();
      assertThat(one.find(uri("dam")).orElseThrow().getValue()).isFalse();
    }
  }

  @Test
  void aWriterThatLagsBehindBringsNoStoryBackThatIsGone() throws IOException {
    try (var one = again();
        var lagging = again()) {
      // Given
      put(one, 5, live(article("dam", "Dam cracks", DAM).build()));
      one.said(9);
      one.forget(uri("dam"));
      one.refresh();

      // When
      put(lagging, 5, live(article("dam", "Dam cracks", DAM).build()));

      // Then
      assertThat(one.documents()).isZero();
      assertThat(one.find(uri("dam"))).isEmpty();
      assertThat(one.<Boolean>ask(holdings -> holdings.holds(uri("dam")))).isFalse();

      // When it is said again
      put(lagging, 10, live(article("dam", "Dam cracks", DAM).build()));

      // Then
      assertThat(one.documents()).isOne();
    }
  }

  @Test
  void twoThatReadTheSameEndInTheSameState() throws IOException {
    try (var one = again();
        var other = again()) {
      // Given
      var first = live(article("dam", "First", DAM).build());
      var second = live(article("dam", "Second", DAM).setVersion(2).build());
      var valley = live(article("valley", "Valley", VALLEY).build());

      // When each is ahead of the other in turn
      put(one, 1, first);
      put(one, 2, second);
      put(other, 1, first);
      put(other, 3, valley);
      put(other, 2, second);
      put(one, 3, valley);

      // Then
      assertThat(one.documents()).isEqualTo(2);
      assertThat(one.find(uri("dam")).orElseThrow().getKey().version()).isEqualTo(2);
    }
  }

  @Test
  void thatAStoryIsGoneIsItselfForgottenInTheEnd() throws IOException {
    try (var cluster = again()) {
      // Given
      cluster.forget(uri("dam"));
      cluster.commit(BOOKMARK, true);
      cluster.refresh();
      int before = stones();

      // When
      var later = NOON.plus(KEEPS).plusSeconds(1);
      cluster.commit(new Bookmark(BOOKMARK.origin(), later, Map.of()), true);
      cluster.refresh();

      // Then
      assertThat(before).isOne();
      assertThat(stones()).isZero();
    }
  }

  private static int stones() throws IOException {
    try (var http = new OpenSearch(settings())) {
      var query = http.object();
      query.putObject("query").putObject("term").put("state", "gone");
      return http.count(new ClusterNames("contract", "").answering(), query);
    }
  }

  @Test
  void writingMakesNoIndexByAccident() throws IOException {
    try (var cluster = again()) {
      // Given
      clusters.wipeAnswering(Cabinets.Place.FIRST);

      // Then
      assertThatThrownBy(() -> cluster.commit(BOOKMARK, true)).isInstanceOf(IOException.class);
      assertThatThrownBy(cluster::refresh).isInstanceOf(IOException.class);
      cluster.forget(uri("dam"));
      assertThatThrownBy(cluster::refresh).hasMessageContaining("not an alias");
    }
  }

  @Test
  void theNewsOfTheDayFindsItsPlaceAmongAllThatWasSaidLongAgo() throws IOException {
    try (var shelf = new Shelf(again())) {
      // Given
      var events = new ArrayList<Published>();
      for (int i = 0; i < 30; i++) {
        events.add(story("old-" + i, "Torrevale " + i, "Torrevale Torrevale.", 300));
      }
      events.add(story("fresh", "Choir wins", "Singers came home to Torrevale by bus.", 1));

      // When
      shelf.putAll(events);

      // Then
      assertThat(shelf.headlines("Torrevale")).hasSize(10).endsWith("Choir wins");
    }
  }

  private static Published story(String name, String headline, String text, int daysAgo) {
    var then = NOON.minus(daysAgo, ChronoUnit.DAYS);
    return live(article(name, headline, text).setVersionCreated(then).build());
  }

  private static void put(Cabinet cabinet, long order, Published event) throws IOException {
    var clipping = Objects.requireNonNull(Cutting.clipping(event, cabinet));
    cabinet.said(order);
    cabinet.put(clipping, true);
    cabinet.refresh();
  }
}
