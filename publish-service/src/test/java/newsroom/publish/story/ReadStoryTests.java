package newsroom.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsroom.publish.Events;
import newsroom.schema.Article;
import newsroom.schema.Enriched;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadStoryTests {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final Enriched plain = EventCodec.ENRICHED.decode(Events.story(1).bytes());
  private final Article.Builder article = Article.newBuilder(plain.getArticle());
  private final Enriched.Builder event = Enriched.newBuilder(plain);

  @Test
  void theWiresKeywordsComeFirstAndNoneTwice() {
    // Given
    article.setKeywords(List.of("Ice", "canal"));
    event.setKeywords(List.of("Canal", "skaters"));

    // Then
    assertThat(story().subjects().keywords()).containsExactly("Ice", "canal", "skaters");
  }

  @Test
  void mediaTopicsJoinTheSubjectsAndNoCodeIsThereTwice() {
    // Given
    article.setSubjects(
        List.of(
            concept("medtop:17000000", "Wetter"),
            concept("http://cv.iptc.org/newscodes/mediatopic/20001129", "Eis"),
            concept("17005000", "warning")));
    event.setMediaTopics(
        List.of(
            concept("medtop:17000000", "weather"),
            concept("medtop:20001129", "weather phenomena"),
            concept("medtop:20001131", "weather warning")));

    // Then
    assertThat(story().subjects().subjects())
        .extracting(subject -> subject.code() + " " + subject.name())
        .containsExactly(
            "medtop:17000000 Wetter",
            "medtop:20001129 Eis",
            "17005000 warning",
            "medtop:20001131 weather warning");
  }

  @Test
  void theWiresPlaceWinsOverTheDatelines() {
    event.setLocated(concept("iso3166-1a2:FR", "Paris"));
    assertThat(located()).isEqualTo("Paris");

    article.setLocated(concept(null, "Canal Bend"));
    assertThat(located()).isEqualTo("Canal Bend");
  }

  @Test
  void readingTimeIsCarried() {
    event.setReadingSeconds(95);

    assertThat(story().readingSeconds()).isEqualTo(95);
  }

  @Test
  void whatOtherAgenciesTellOfTheSameStoryIsRead() {
    // Given
    assertThat(story().origin().tellings()).isEmpty();

    // When
    event.setTellings(
        List.of(
            newsroom.schema.Telling.newBuilder()
                .setUri("urn:newsroom:story:other")
                .setAgency("southwire")
                .setSimilarity(0.87)
                .setFirstLive(NOON)
                .build()));

    // Then
    assertThat(story().origin().tellings())
        .containsExactly(new Telling("urn:newsroom:story:other", "southwire", 0.87, NOON));
  }

  private @Nullable String located() {
    var located = story().subjects().located();
    return located == null ? null : located.name();
  }

  private Story story() {
    return ReadStory.from(EventCodec.ENRICHED.encode(event.setArticle(article.build()).build()));
  }

  private static newsroom.schema.Concept concept(@Nullable String code, String name) {
    return newsroom.schema.Concept.newBuilder().setCode(code).setName(name).build();
  }
}
