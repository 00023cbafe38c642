package newsroom.enrichment.enricher.topics;

import static newsroom.enrichment.Copy.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import newsroom.enrichment.story.Concept;
import newsroom.enrichment.story.Stories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediaTopicsTest {

  @Test
  void aSubjectCodeIsTheTopicItStandsForAndTheOneAboveThat() {
    assertThat(topics(subject("15054000", "iptc-subjectcode")))
        .extracting(Concept::code, Concept::name, Concept::scheme)
        .containsExactly(
            tuple("medtop:20001065", "soccer", "medtop"),
            tuple("medtop:15000000", "sport", "medtop"));
  }

  @Test
  void aNarrowSubjectCodeCountsAsTheWiderOneThatItBelongsTo() {
    assertThat(topics(subject("subj:15054003", null)))
        .extracting(Concept::code)
        .containsExactly("medtop:20001065", "medtop:15000000");
    assertThat(topics(subject("subj:17999000", null)))
        .extracting(Concept::code)
        .containsExactly("medtop:17000000");
  }

  @Test
  void theWiresOwnTopicsAreCarriedInWhateverSpelling() {
    assertThat(
            topics(
                subject("medtop:20000574", null),
                subject("http://cv.iptc.org/newscodes/mediatopic/20000593", null),
                subject("11000000", "medtop")))
        .extracting(Concept::code)
        .containsExactly("medtop:20000574", "medtop:11000000", "medtop:20000593");
  }

  @Test
  void aTopicThatWeDoNotKnowKeepsTheWiresName() {
    assertThat(topics(subject("medtop:20009999", null)))
        .containsExactly(new Concept("medtop:20009999", "As the wire calls it", "medtop"));
  }

  @Test
  void nothingIsInventedForCodesOfOthers() {
    assertThat(
            topics(
                subject("dpacat:sp", null),
                subject("12345678", "fable-desk"),
                subject("subj:99000000", null),
                subject(null, null)))
        .isEmpty();
  }

  @Test
  void everyTopicOfTheTableHasATopicOfTheFirstLevel() {
    var table = TopicTable.read();

    assertThat(table.topics().values())
        .allSatisfy(topic -> assertThat(table.topics()).containsKey(topic.top()));
    assertThat(table.bySubjectCode().keySet())
        .filteredOn(code -> code.endsWith("000000"))
        .hasSize(17);
  }

  private static newsroom.schema.Concept subject(@Nullable String code, @Nullable String scheme) {
    return newsroom.schema.Concept.newBuilder()
        .setCode(code)
        .setName("As the wire calls it")
        .setScheme(scheme)
        .build();
  }

  private static List<Concept> topics(newsroom.schema.Concept... subjects) {
    var story =
        Stories.of(article("s", "Headline", "Text.").setSubjects(List.of(subjects)).build());
    return new MediaTopics().enrich(story).additions().mediaTopics();
  }
}
