package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import newsroom.enrichment.OpenSearchNode;
import newsroom.enrichment.broker.Nowhere;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Cabinets.Place;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.vocabulary.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Instances that share an OpenSearch.
class ClustersTest {

  private static final Duration TERM = Duration.ofSeconds(2);
  private static final Bookmark BOOKMARK =
      new Bookmark(new Bookmark.Origin("c", "t"), NOON, Map.of(0, 7L));
  private static final Morgue.State FILLING = new Morgue.State(false, 12, null, null);
  private static final Morgue.State FILLED = new Morgue.State(true, 0, null, null);

  private final Morgue morgue = new Morgue();
  private Clusters one;
  private Clusters two;

  /// Here, as what comes after each test is done even where what comes before it says that there is
  /// none.
  @BeforeAll
  static void needOpenSearch() {
    OpenSearchNode.address();
  }

  @BeforeEach
  void start() {
    one = clusters();
    two = clusters();
  }

  private static Clusters clusters() {
    var keeps = new Cluster.Keeps(Clock.systemUTC(), Duration.ofHours(20));
    return new Clusters(settings(), Embeddings.none(), keeps, TERM);
  }

  private static OpenSearchSettings settings() {
    return new OpenSearchSettings(
        OpenSearchNode.address(), "shared", 1, 0, "", "", Duration.ofSeconds(20));
  }

  @AfterEach
  void takeAway() throws IOException {
    one.close();
    two.close();
    try (var http = new OpenSearch(settings())) {
      indexes(http, "nobody").tidy(Instant.MAX);
      http.send("DELETE", "shared-turns-1", null).unless(404);
    }
  }

  private static ClusterIndexes indexes(OpenSearch http, String model) {
    return new ClusterIndexes(http, new ClusterNames("shared", model));
  }

  @Test
  void oneWritesAndTheOthersAnswerFromIt() throws IOException {
    // Given
    var turn = one.turn(new Morgue()).orElseThrow();

    // Then
    assertThat(two.turn(morgue)).isEmpty();
    assertThat(morgue.state().trouble()).contains("another instance begins");

    // When
    try (var cabinet = one.open(Place.FIRST, Embeddings.none())) {
      put(cabinet);
      turn.keep(FILLING);

      // Then
      await().untilAsserted(() -> assertThat(told()).isEqualTo(FILLING));
      assertThat(morgue.documents()).isOne();
      assertThat(morgue.met()).isFalse();

      // When
      turn.keep(FILLED);

      // Then
      await().until(() -> told().caughtUp());
      assertThat(morgue.met()).isTrue();
    }
    turn.close();
  }

  private Morgue.State told() throws IOException {
    assertThat(two.turn(morgue)).isEmpty();
    return morgue.state();
  }

  @Test
  void theNextWritesWhenOneStops() throws IOException {
    // Given
    var turn = one.turn(new Morgue()).orElseThrow();
    assertThat(two.turn(morgue)).isEmpty();

    // When
    turn.close();

    // Then
    two.turn(morgue).orElseThrow().close();
  }

  @Test
  void whoIsNotHeardOfAnyMoreIsReplacedAndKnowsIt() throws IOException {
    // Given
    var turn = one.turn(new Morgue()).orElseThrow();
    turn.keep(FILLED);

    // When it cannot say that it lives
    one.close();

    // Then
    await().untilAsserted(() -> assertThat(two.turn(morgue)).isPresent());
    assertThatThrownBy(() -> turn.keep(FILLED)).hasMessageContaining("another instance");
  }

  @Test
  void whoComesBackTakesItsOwnTurnAgain() throws IOException {
    one.turn(morgue).orElseThrow().keep(FILLED);

    assertThat(one.turn(morgue)).isPresent();
    assertThat(two.turn(morgue)).isEmpty();
  }

  @Test
  void theOldOneAnswersUntilTheNewOneIsWhole() throws IOException {
    // Given
    var turn = one.turn(new Morgue()).orElseThrow();
    try (var old = one.open(Place.FIRST, Embeddings.none());
        var anew = one.open(Place.SECOND, Embeddings.none())) {
      put(old);
      old.commit(BOOKMARK, true);

      // When
      anew.commit(BOOKMARK, false);

      // Then
      assertThat(two.turn(morgue)).isEmpty();
      assertThat(morgue.documents()).isOne();
      assertThat(known()).isOne();
      assertThat(one.isWhole(Place.SECOND)).isFalse();

      // When
      anew.commit(BOOKMARK, true);
      one.wipe(Place.FIRST);

      // Then
      assertThat(two.turn(morgue)).isEmpty();
      assertThat(morgue.documents()).isZero();
      assertThat(known()).isZero();
      assertThat(one.isWhole(Place.SECOND)).isTrue();
      // who still writes to the old one does not make it again
      assertThatThrownBy(() -> old.commit(BOOKMARK, true)).isInstanceOf(IOException.class);
    }
    turn.close();
  }

  private int known() throws IOException {
    var dam = Words.of(Stories.of(article("asking", "Dam", DAM).build()));
    return morgue.ask(holdings -> holdings.weigh(dam).stories());
  }

  @Test
  void whatAnswersIsNotTakenAway() throws IOException {
    try (var answers = one.open(Place.FIRST, Embeddings.none());
        var spare = one.open(Place.SECOND, Embeddings.none())) {
      // Given
      put(answers);
      put(spare);

      // When
      assertThatThrownBy(() -> two.wipe(Place.FIRST)).hasMessageContaining("is not taken away");
      two.wipe(Place.SECOND);

      // Then
      assertThat(answers.documents()).isOne();
      assertThatThrownBy(spare::documents).hasMessageContaining("404");
    }
  }

  @Test
  void whoLosesItsTurnGoesOnAnswering() throws IOException {
    // Given
    var settings =
        new MorgueSettings(
            MorgueSettings.Kind.OPENSEARCH,
            Path.of("nowhere"),
            Duration.ZERO,
            Duration.ZERO,
            1,
            Duration.ZERO);
    var turn = one.turn(morgue).orElseThrow();

    // When
    try (var _ = new Session(morgue, settings, one, Nowhere.broker(), Clock.systemUTC(), turn)) {
      put(one.open(Place.FIRST, Embeddings.none()));
    }

    // Then
    assertThat(morgue.documents()).isOne();
    turn.close();
  }

  @Test
  void whoAsksHearsAtOnceThatThereIsNoOpenSearch() throws IOException {
    // Given
    var turn = one.turn(new Morgue()).orElseThrow();
    one.open(Place.FIRST, Embeddings.none()).close();
    assertThat(two.turn(morgue)).isEmpty();
    assertThat(morgue.documents()).isZero();

    // When
    two.close();

    // Then
    assertThatThrownBy(() -> two.turn(morgue)).hasMessageContaining("connection to OpenSearch");
    assertThatThrownBy(morgue::documents).hasMessageContaining("the morgue is closed");
    turn.close();
  }

  @Test
  void eachModelHasAnIndexAndTheOneOutOfUseGoesInTheEnd() throws IOException {
    try (var http = new OpenSearch(settings())) {
      // Given
      var words = indexes(http, "");
      var model = indexes(http, "MiniLM L6/v2");
      var other = new ClusterIndexes(http, new ClusterNames("shared-sport", ""));

      // When
      words.open(Place.FIRST);
      model.open(Place.FIRST);
      other.open(Place.FIRST);

      // Then
      assertThat(words.answering()).isNotEqualTo(model.answering()).isPresent();

      // When
      words.tidy(Instant.now().minus(Duration.ofHours(1)));

      // Then
      assertThat(model.answering()).isPresent();

      // When
      words.tidy(Instant.MAX);

      // Then
      assertThat(model.answering()).isEmpty();
      assertThat(words.answering()).as("its own, however old").isPresent();
      assertThat(other.answering()).as("of another newsroom").isPresent();
      other.wipe(Place.FIRST, true);
    }
  }

  private static void put(Cabinet cabinet) throws IOException {
    try (var shelf = new Shelf(cabinet)) {
      shelf.put(live(article("dam", "Dam cracks", DAM).build()));
    }
  }
}
