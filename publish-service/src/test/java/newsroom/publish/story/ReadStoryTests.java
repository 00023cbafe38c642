package newsroom.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Enriched;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.codec.EventCodec;
import org.junit.jupiter.api.Test;

class ReadStoryTests {

  private static final EventCodec<Enriched> CODEC = EventCodec.ENRICHED;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @Test
  void whatOtherAgenciesTellOfTheSameStoryIsRead() {
    // Given
    var telling =
        newsroom.schema.Telling.newBuilder()
            .setUri("urn:newsroom:story:other")
            .setAgency("southwire")
            .setSimilarity(0.87)
            .setFirstLive(NOON.minusSeconds(60))
            .build();

    // When
    var story = ReadStory.from(CODEC.encode(enriched().setTellings(List.of(telling)).build()));

    // Then
    assertThat(story.origin().tellings())
        .containsExactly(
            new Telling("urn:newsroom:story:other", "southwire", 0.87, NOON.minusSeconds(60)));
  }

  @Test
  void aStoryThatNoOtherAgencyTellsHasNoTellings() {
    var story = ReadStory.from(CODEC.encode(enriched().build()));

    assertThat(story.origin().tellings()).isEmpty();
  }

  private static Enriched.Builder enriched() {
    return Enriched.newBuilder()
        .setUri("urn:newsroom:story:one")
        .setVersion(1)
        .setVersionCreated(NOON)
        .setEnriched(NOON)
        .setArticle(
            Article.newBuilder()
                .setUri("urn:newsroom:story:one")
                .setVersion(1)
                .setVersionCreated(NOON)
                .setPubStatus(PubStatus.USABLE)
                .setHeadline("Ferry runs again")
                .setLanguage("en")
                .setProvenance(
                    Provenance.newBuilder()
                        .setAgency("northwire")
                        .setChannel("http")
                        .setFormat("ninjs")
                        .setReceived(NOON)
                        .setWire("00")
                        .build())
                .build());
  }
}
