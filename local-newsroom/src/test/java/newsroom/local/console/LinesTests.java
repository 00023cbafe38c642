package newsroom.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Candidate;
import newsroom.schema.Change;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.Label;
import newsroom.schema.Outcome;
import newsroom.schema.OutcomeState;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesTests {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String URI = "urn:newsroom:story:00112233445566778899aabbccddeeff";
  private static final String PAGE = "http://127.0.0.1:8091/strait/ferry/";

  // with the codec comes the trust that Avro's builders ask for
  private static final EventCodec<Drafted> CODEC = EventCodec.DRAFTED;

  private final Lines lines = new Lines(ZoneOffset.UTC);

  @Test
  void tellsAWalkFromDraftToSite() {
    var walk =
        List.of(
            lines.of(drafted(article().build())),
            lines.of(enriched(article().build(), 2)),
            lines.of(published(article().build(), live(1))));
    assertThat(walk.stream().flatMap(List::stream).map(Line::toString))
        .containsExactly(
            "drafted    v1  Ferry runs aground",
            "enriched   Ferry runs aground  with 2 related stories",
            "live       Ferry runs aground  " + PAGE);
  }

  @Test
  void tellsEachPageOnceHoweverOftenTheLastWordIsSaid() {
    lines.of(published(article().build(), live(1)));
    assertThat(lines.of(published(article().build(), live(1)))).isEmpty();
  }

  @Test
  void tellsACorrectionFromAFirstVersion() {
    // Given
    var correction = article().setVersion(2).setChange(Change.CORRECTION).build();
    // Then
    assertThat(lines.of(drafted(correction)).getFirst())
        .hasToString("drafted    v2  (correction)  Ferry runs aground");
    assertThat(lines.of(published(correction, live(2))).getFirst())
        .hasToString("corrected  Ferry runs aground  " + PAGE);
  }

  @Test
  void saysUntilWhenAStoryIsHeld() {
    var embargoed = article().setEmbargoedUntil(NOON.plusSeconds(3600)).build();
    assertThat(lines.of(drafted(embargoed)).getLast())
        .hasToString("held       until 22 Nov 2026, 13:00  Ferry runs aground");
  }

  @Test
  void saysWhoWithholdsAStory() {
    var withheld = article().setPubStatus(PubStatus.WITHHELD).build();
    assertThat(lines.of(drafted(withheld)).getLast())
        .hasToString("held       withheld by northwire  Ferry runs aground");
  }

  @Test
  void namesAKilledStoryThoughTheLastWordHasNoText() {
    // Given
    lines.of(drafted(article().build()));
    // When
    var killed = lines.of(published(null, StoryState.KILLED, List.of()));
    // Then
    assertThat(killed).singleElement().hasToString("killed     Ferry runs aground");
  }

  @Test
  void saysWhyADeliveryIsParked() {
    var parked =
        Outcome.newBuilder()
            .setSite("national")
            .setDestination("partner")
            .setState(OutcomeState.PARKED)
            .setReason("answers 404 since Monday")
            .build();
    assertThat(lines.of(published(article().build(), parked)))
        .singleElement()
        .hasToString("parked     Ferry runs aground  national/partner: answers 404 since Monday");
  }

  private static Article.Builder article() {
    return Article.newBuilder()
        .setUri(URI)
        .setVersion(1)
        .setVersionCreated(NOON)
        .setPubStatus(PubStatus.USABLE)
        .setHeadline("Ferry runs aground")
        .setLanguage("en")
        .setProvenance(
            Provenance.newBuilder()
                .setAgency("northwire")
                .setChannel("http")
                .setFormat("ninjs")
                .setReceived(NOON)
                .setWire("00")
                .build());
  }

  private static Drafted drafted(Article article) {
    var event = new Drafted(URI, article.getVersion(), NOON, NOON, article);
    return CODEC.decode(CODEC.encode(event));
  }

  private static Enriched enriched(Article article, int links) {
    var link =
        new Candidate(
            "urn:newsroom:story:1",
            "Older",
            Label.ADDITIONAL_REPORTING,
            1.0,
            "shares ferry",
            0,
            null);
    return Enriched.newBuilder()
        .setUri(URI)
        .setVersion(article.getVersion())
        .setVersionCreated(NOON)
        .setEnriched(NOON)
        .setArticle(article)
        .setRelated(Collections.nCopies(links, link))
        .build();
  }

  private static Outcome live(long version) {
    return Outcome.newBuilder()
        .setSite("national")
        .setDestination("pages")
        .setState(OutcomeState.LIVE)
        .setUrl(PAGE)
        .setLiveVersion(version)
        .build();
  }

  private static Published published(Article article, Outcome outcome) {
    return published(article, StoryState.LIVE, List.of(outcome));
  }

  private static Published published(
      @Nullable Article article, StoryState state, List<Outcome> outcomes) {
    return Published.newBuilder()
        .setUri(URI)
        .setVersion(article == null ? 1 : article.getVersion())
        .setVersionCreated(NOON)
        .setPublished(NOON)
        .setState(state)
        .setArticle(article)
        .setOutcomes(outcomes)
        .build();
  }
}
