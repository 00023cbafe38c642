package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an OpenSearch may say, or not say, that a healthy one does not.
class OpenSearchTest {

  private static final Bookmark BOOKMARK =
      new Bookmark(new Bookmark.Origin("c", "t"), NOON, Map.of(0, 7L));

  private StandIn there;
  private OpenSearch http;

  @BeforeEach
  void start() throws IOException {
    there = new StandIn();
    http = new OpenSearch(there.settings(""));
  }

  @AfterEach
  void stop() {
    http.close();
    there.close();
  }

  private Cluster cluster() {
    var indexes = new ClusterIndexes(http, new ClusterNames("morgue", ""));
    var keeps = new Cluster.Keeps(Clock.systemUTC(), Duration.ofHours(20));
    return new Cluster(indexes, "here", keeps, Embeddings.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/opensearch", "/opensearch/"})
  void itMayLieUnderAPath(String path) throws IOException {
    try (var under = new OpenSearch(there.settings(path))) {
      under.refresh("here");
    }

    assertThat(there.asked()).containsExactly("POST /opensearch/here/_refresh");
  }

  @Test
  void anAnswerOfSomeShardsIsNone() {
    there.says(200, "{\"_shards\":{\"total\":2,\"failed\":1},\"count\":7,\"hits\":{\"hits\":[]}}");

    assertThatThrownBy(() -> http.search("here", http.object())).hasMessageContaining("a part of");
    assertThatThrownBy(() -> cluster().documents()).hasMessageContaining("a part of");
    assertThatThrownBy(() -> cluster().refresh()).hasMessageContaining("a part of");
  }

  @Test
  void anAnswerForWhichThereWasNoTimeIsNone() {
    there.says(200, "{\"timed_out\":true,\"hits\":{\"hits\":[]}}");

    assertThatThrownBy(() -> http.search("here", http.object())).hasMessageContaining("no time");
  }

  @Test
  void aSearchAsksForNothingLessThanAll() throws IOException {
    http.search("here", http.object());

    assertThat(there.asked().getFirst())
        .contains("allow_partial_search_results=false", "dfs_query_then_fetch", "preference=");
  }

  @Test
  void whetherOneIsWholeIsNotGuessed() {
    there.says(503, "{}");

    try (var clusters = clusters()) {
      assertThatThrownBy(() -> clusters.isWhole(Cabinets.Place.SECOND))
          .hasMessageContaining("says 503");
    }
  }

  private Clusters clusters() {
    var keeps = new Cluster.Keeps(Clock.systemUTC(), Duration.ofHours(20));
    return new Clusters(there.settings(""), Embeddings.none(), keeps);
  }

  @Test
  void wordsOfHeadlinesAreCountedForWhoAsksOnly() throws IOException {
    // Given
    there.says(200, "{\"shards\":[[{\"index\":\"here\"}]],\"docs\":[]}");
    var cluster = cluster();
    var dam = Stories.of(article("dam", "Dam", DAM).build());

    // When
    var clipping = cluster.clip(dam);

    // Then
    var language = clipping.words().language();
    assertThat(there.sent()).contains(language.all()).doesNotContain(language.title());

    // When
    cluster.ask(holdings -> holdings.weigh(clipping.words()));

    // Then
    assertThat(there.sent()).contains(language.all(), language.title());
  }

  @Test
  void anyNumberOfStoriesIsLookedForInOneRequest() throws IOException {
    there.says(200, "{\"count\":2}");

    assertThat(cluster().<Boolean>ask(h -> h.holdsAll(Set.of("a", "b")))).isTrue();
    assertThat(cluster().<Boolean>ask(h -> h.holdsAll(Set.of("a", "b", "c")))).isFalse();
    assertThat(there.asked()).hasSize(2);
  }

  @Test
  void aStoryThatIsNotTakenIsNotPassedOver() throws IOException {
    // Given
    there.says(
        200,
        """
        {"errors": true, "items": [
          {"index": {"status": 200}},
          {"index": {"status": 429, "error": {"type": "rejected_execution_exception"}}}]}""");
    var cluster = cluster();
    cluster.bury("a", new Mark(1, NOON, 0));
    cluster.bury("b", new Mark(1, NOON, 0));

    // Then
    assertThatThrownBy(cluster::refresh).hasMessageContaining("rejected_execution_exception");
    assertThatThrownBy(() -> cluster.commit(BOOKMARK, true)).isInstanceOf(IOException.class);
    assertThat(there.asked()).as("no bookmark").noneMatch(request -> request.contains("bookmark"));
  }

  @Test
  void aStoryOfWhichMoreIsKnownThereIsPassedOver() throws IOException {
    // Given
    there.says(
        200,
        """
        {"errors": true, "items": [
          {"index": {"status": 409, "error": {"type": "version_conflict_engine_exception"}}}]}""");
    var cluster = cluster();
    cluster.forget("a");

    // Then
    assertThatCode(cluster::refresh).doesNotThrowAnyException();
  }

  @Test
  void aDeleteThatIsRefusedIsHeardOf() throws IOException {
    // Given
    there.says(
        request ->
            request.startsWith("DELETE")
                ? new StandIn.Answer(403, "{\"error\":\"blocked\"}")
                : new StandIn.Answer(200, "{\"morgue-f1-words-first-1\":{}}"));

    // Then
    try (var clusters = clusters()) {
      assertThatThrownBy(() -> clusters.wipeAnswering(Cabinets.Place.FIRST))
          .hasMessageContaining("blocked");
    }
  }

  @Test
  void aConnectionThatEndsInTheMiddleOfAFillLooksLikeNoDamagedIndex() throws IOException {
    // Given
    there.says(
        request ->
            request.contains("_bulk")
                ? new StandIn.Answer(0, "")
                : new StandIn.Answer(200, "{\"_source\":{},\"docs\":[],\"shards\":[]}"));
    var cluster = cluster();
    var dam = live(article("dam", "Dam", DAM).build());
    var story = Objects.requireNonNull(Cutting.clipping(dam, cluster));

    // When
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 500; i++) {
                cluster.put(story, true);
              }
            })
        // Then
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(EOFException.class)
        .hasMessageContaining("connection to OpenSearch was lost")
        .hasNoCause();
  }

  @Test
  void whatIsNoJsonIsToldAsItCame() {
    for (int status : List.of(200, 404, 502)) {
      there.says(status, "<html>Bad gateway</html>");

      assertThatThrownBy(() -> http.document("here", "a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Bad gateway");
    }
  }

  @Test
  void aMissingIndexIsNotAMissingStory() throws IOException {
    there.says(404, "{\"_index\":\"here\",\"found\":false}");
    assertThat(http.document("here", "a")).isEmpty();

    there.says(404, "{\"error\":{\"type\":\"index_not_found_exception\"}}");
    assertThatThrownBy(() -> http.document("here", "a")).hasMessageContaining("index_not_found");
  }
}
