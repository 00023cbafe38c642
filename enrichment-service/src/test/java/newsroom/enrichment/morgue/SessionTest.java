package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BooleanSupplier;
import newsroom.enrichment.OpenSearchNode;
import newsroom.enrichment.Press;
import newsroom.enrichment.broker.Broker;
import newsroom.enrichment.broker.DeadLetters;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Bookmark.Origin;
import newsroom.enrichment.morgue.Cabinets.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// How an archive in an OpenSearch is built again.
class SessionTest {

  private static final Duration KEEPS = Duration.ofHours(20);

  @TempDir Path folder;

  private final Sleeper clock = new Sleeper();
  private final Morgue morgue = new Morgue();
  private Press press;
  private ConfigurableApplicationContext service;
  private Clusters clusters;

  @BeforeAll
  static void needOpenSearch() {
    OpenSearchNode.address();
  }

  @BeforeEach
  void readThreeStories() throws Exception {
    press = new Press();
    // makes the topics
    service = press.start(folder);
    for (var name : new String[] {"one", "two", "three"}) {
      press.publish(live(article(name, "Headline of " + name, DAM).build()));
    }
    Press.awaitShelved(service, 3);
    clusters = new Clusters(settings(), Embeddings.none(), new Cluster.Keeps(clock, KEEPS));
    readUntilCaughtUp();
    // as if the topic had been made again since
    standElsewhere(Place.FIRST, true);
  }

  private static OpenSearchSettings settings() {
    return new OpenSearchSettings(
        OpenSearchNode.address(), "sessions", 1, 0, "", "", Duration.ofSeconds(20));
  }

  @AfterEach
  void takeAway() throws IOException {
    clusters.wipeAnswering(Place.FIRST);
    clusters.wipeAnswering(Place.SECOND);
    clusters.close();
    service.close();
    press.close();
    try (var http = new OpenSearch(settings())) {
      http.send("DELETE", "sessions-turns-1", null).whole();
    }
  }

  @Test
  void aRebuildGoesOnWhereItWasBrokenOff() throws IOException {
    // Given
    read(() -> true);
    var begun = at(Place.SECOND);
    assertThat(at(Place.FIRST)).isEqualTo(answering());

    // When
    readUntilCaughtUp();

    // Then
    assertThat(answering()).isEqualTo(begun);
    assertThat(morgue.documents()).isEqualTo(3);
  }

  @Test
  void aRebuildFromAnotherTopicIsNotGoneOnWith() throws IOException {
    // Given
    read(() -> true);
    var begun = at(Place.SECOND);
    standElsewhere(Place.SECOND, false);

    // When
    readUntilCaughtUp();

    // Then
    assertThat(answering()).isEqualTo(at(Place.SECOND)).isNotEqualTo(begun);
    assertThat(morgue.documents()).isEqualTo(3);
  }

  @Test
  void whoeverSleptForLongerThanKillsAreKeptReadsAllAgain() throws IOException {
    // Given
    readUntilCaughtUp();
    var before = answering();

    // When
    read(
        () -> {
          clock.slept = morgue.state().caughtUp() ? Duration.ofHours(21) : Duration.ZERO;
          return false;
        });
    readUntilCaughtUp();

    // Then
    assertThat(answering()).isNotEqualTo(before);
    assertThat(morgue.documents()).isEqualTo(3);
  }

  /// The clock of a machine that may have been put to sleep.
  private static final class Sleeper extends Clock {

    private volatile Duration slept = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(slept);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whoseTurnEndsAsAnotherIndexAnswersTakesNothingAway() throws IOException {
    // Given
    var before = answering();
    morgue.say(Morgue.State.closed("not read yet"));

    // When
    try (var turn = clusters.turn(morgue).orElseThrow()) {
      Turn ending =
          now -> {
            turn.keep(now);
            if (!answering().equals(before)) {
              throw new IOException("the turn is over");
            }
          };
      assertThatThrownBy(() -> read(ending, () -> morgue.state().caughtUp()))
          .hasMessage("the turn is over");
    }

    // Then
    assertThat(answering()).isEqualTo(at(Place.SECOND));
    assertThat(at(Place.FIRST)).isEqualTo(before);
    assertThat(morgue.documents()).isEqualTo(3);
  }

  private void standElsewhere(Place place, boolean whole) throws IOException {
    try (var cabinet = clusters.open(place, Embeddings.none())) {
      cabinet.commit(new Bookmark(new Origin("c", "t"), Instant.now(), Map.of()), whole);
    }
  }

  private void readUntilCaughtUp() throws IOException {
    morgue.say(Morgue.State.closed("not read yet"));
    read(() -> morgue.state().caughtUp());
  }

  private void read(BooleanSupplier stopping) throws IOException {
    try (var turn = clusters.turn(morgue).orElseThrow()) {
      read(turn, stopping);
    }
  }

  private void read(Turn turn, BooleanSupplier stopping) throws IOException {
    var settings =
        new MorgueSettings(
            MorgueSettings.Kind.OPENSEARCH, folder, null, Duration.ofSeconds(10), 20_000, KEEPS);
    var broker = service.getBean(Broker.class);
    try (var session = new Session(morgue, settings, clusters, broker, clock, turn)) {
      session.read(service.getBean(DeadLetters.class), stopping);
    }
  }

  private String at(Place place) throws IOException {
    try (var http = new OpenSearch(settings())) {
      return indexes(http).at(place).orElseThrow();
    }
  }

  private String answering() throws IOException {
    try (var http = new OpenSearch(settings())) {
      return indexes(http).answering().orElseThrow();
    }
  }

  private static ClusterIndexes indexes(OpenSearch http) {
    return new ClusterIndexes(http, new ClusterNames("sessions", ""));
  }
}
