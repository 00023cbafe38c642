package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.OpenSearchNode;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.vocabulary.Words;
import newsroom.schema.Published;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The same once more where stories lie on several shards.
class ShardsTest extends CabinetContract {

  private final Clusters several = clusters("several", 3);

  private static Clusters clusters(String index, int shards) {
    var settings =
        new OpenSearchSettings(
            OpenSearchNode.address(), index, shards, 0, "", "", Duration.ofSeconds(20));
    var keeps = new Cluster.Keeps(Clock.systemUTC(), Duration.ofHours(20));
    return new Clusters(settings, Embeddings.none(), keeps);
  }

  @AfterEach
  void takeAway() throws IOException {
    several.wipeAnswering(Cabinets.Place.FIRST);
    several.close();
  }

  @Override
  Cabinet empty() throws IOException {
    return again();
  }

  @Override
  Cabinet again() throws IOException {
    return several.open(Cabinets.Place.FIRST, Embeddings.none());
  }

  @Test
  void everyWordIsAsRareAsItIsInOneShardAndEveryStoryScoresTheSame() throws IOException {
    var one = clusters("one-shard", 1);
    try (var shelf = new Shelf(again());
        var single = new Shelf(one.open(Cabinets.Place.FIRST, Embeddings.none()))) {
      // Given
      shelf.putAll(stories());
      single.putAll(stories());

      // When
      var there = answers(shelf);
      var here = answers(single);

      // Then
      assertThat(there.own()).isEqualTo(here.own(), within(1e-9));
      assertThat(scores(there)).hasSize(13).isEqualTo(scores(here));
    } finally {
      one.wipeAnswering(Cabinets.Place.FIRST);
      one.close();
    }
  }

  /// Words of all stories, of some, and of one.
  private static List<Published> stories() {
    var events = new ArrayList<Published>();
    for (int i = 0; i < 13; i++) {
      var text = "Torrevale rain." + (i % 3 == 0 ? " Singers at the dam." : "") + " Unique" + i;
      events.add(live(article("story-" + i, "Headline " + i, text).build()));
    }
    return events;
  }

  private static Holdings.Answers answers(Shelf shelf) throws IOException {
    var asking = Stories.of(article("a", "Torrevale", "Unique5 singers of unique7.").build());
    return shelf
        .morgue()
        .ask(
            holdings -> {
              var words = Words.of(asking);
              var terms =
                  holdings.weigh(words).all().stream()
                      .map(w -> new Inquiry.Term(w.word(), false, w.rarity(), 1, w.stories()))
                      .toList();
              return holdings.answers(new Inquiry(asking.uri(), Set.of(), NOON, words, terms), 20);
            });
  }

  private static List<Float> scores(Holdings.Answers answers) {
    return answers.best().stream().map(Holding::score).toList();
  }
}
