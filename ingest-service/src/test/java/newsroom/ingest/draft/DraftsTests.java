package newsroom.ingest.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Picture;
import newsroom.schema.Change;
import newsroom.schema.PubStatus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DraftsTests {

  private static final Instant RECEIVED = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant CREATED = Instant.parse("2026-11-20T08:15:00Z");
  private static final Origin BY_HTTP = new Origin("wireone", "http", "ab12", RECEIVED);
  private static final Origin BY_FILE =
      new Origin("wireone", "drop-folder", "ab12", RECEIVED.plusSeconds(3));

  private final FakeKafka kafka = new FakeKafka();

  @Test
  void theSameStoryHasTheSameUriWhicheverChannelBringsIt() throws Exception {
    // When
    var one = kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));
    var other = kafka.drafts().draft(BY_FILE, List.of(copy("bridge-1", 2, "Bridge is open")));

    // Then
    assertThat(uri(one)).isEqualTo(uri(other)).matches("urn:newsroom:story:[0-9a-f]{32}");
  }

  @Test
  void twoAgenciesMayUseTheSameIdentifier() throws Exception {
    // Given
    var elsewhere = new Origin("wiretwo", "http", "ab12", RECEIVED);
    var copy = copy("1", 1, "Bridge opens");

    // Then
    assertThat(uri(kafka.drafts().draft(BY_HTTP, List.of(copy))))
        .isNotEqualTo(uri(kafka.drafts().draft(elsewhere, List.of(copy))));
  }

  @Test
  void aVersionBroughtTwiceIsDraftedOnceAndNamedTwice() throws Exception {
    // When
    var first = kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));
    var second = kafka.drafts().draft(BY_FILE, List.of(copy("bridge-1", 1, "Bridge opens")));

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(kafka.sent()).hasSize(1);
  }

  @Test
  void otherTextUnderTheSameVersionIsDraftedAgain() throws Exception {
    // When
    kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));
    kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge stays closed")));

    // Then
    assertThat(kafka.sent()).hasSize(2);
  }

  @Test
  void aStoryWithoutDateIsKnownAgainByItsContent() throws Exception {
    // Given
    var undated = undated("bridge-1", RECEIVED, "Bridge opens");
    var undatedLater = undated("bridge-1", BY_FILE.received(), "Bridge opens");

    // When
    kafka.drafts().draft(BY_HTTP, List.of(undated));
    kafka.drafts().draft(BY_FILE, List.of(undatedLater));

    // Then
    assertThat(kafka.sent()).hasSize(1);
  }

  @Test
  void whatAnUndatedStoryTakesBackAndSaysAgainIsDraftedAgain() throws Exception {
    // When
    for (var headline : List.of("Bridge opens", "Bridge stays closed", "Bridge opens")) {
      kafka.drafts().draft(BY_HTTP, List.of(undated("bridge-1", RECEIVED, headline)));
    }

    // Then
    assertThat(kafka.sent())
        .extracting(event -> event.getArticle().getHeadline().toString())
        .containsExactly("Bridge opens", "Bridge stays closed", "Bridge opens");
  }

  @Test
  void datedVersionsInAnyOrderAreDraftedOnceEach() throws Exception {
    // Given
    var one = copy("bridge-1", 1, "Bridge opens");
    var two = copy("bridge-1", 2, "Bridge is open");
    var three = copy("bridge-1", 3, "Bridge is full");

    // When
    for (var order :
        List.of(List.of(one, two, three), List.of(three, one, two), List.of(two, three, one))) {
      for (var copy : order) {
        kafka.drafts().draft(BY_HTTP, List.of(copy));
        kafka.drafts().draft(BY_FILE, List.of(copy));
      }
    }

    // Then
    assertThat(kafka.sent()).hasSize(3);
  }

  @Test
  void whileEarlierDraftsAreNotKnownYetAWireIsNeitherLostNorLate() throws Exception {
    // Given
    var early = FakeKafka.beforeRecollection();
    var began = System.nanoTime();

    // When
    early.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));

    // Then
    assertThat(early.sent()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(150), Duration.ofSeconds(2));
  }

  @Test
  void aStoryTooLargeForWhatComesOfItIsRefused() throws Exception {
    // Given
    var body = List.<Block>of(new Block.Paragraph("x".repeat(15 * 1024 * 1024)));

    // When
    var drafts = kafka.drafts().draft(BY_HTTP, List.of(copyOf("long-1", 1, CREATED, "Long", body)));

    // Then
    assertThat(drafts.getFirst()).isInstanceOf(Draft.Refused.class);
    assertThat(kafka.sent()).isEmpty();
  }

  @Test
  void ofAStoryThatStandsTwiceWithoutDateTheFirstIsTaken() throws Exception {
    // Given
    var first = undated("bridge-1", RECEIVED, "Bridge opens");
    var second = undated("bridge-1", RECEIVED, "Bridge opens late");

    // When
    var drafts = kafka.drafts().draft(BY_HTTP, List.of(first, second, first));
    kafka.drafts().draft(BY_FILE, List.of(first, second, first));

    // Then
    assertThat(kafka.sent()).hasSize(1);
    assertThat(drafts.get(1))
        .isInstanceOfSatisfying(
            Draft.Refused.class, it -> assertThat(it.reason()).contains("bridge-1", "twice"));
  }

  @Test
  void whatKafkaDidNotTakeIsSentAgainTheNextTime() throws Exception {
    // Given
    kafka.refuse();
    assertThatThrownBy(
            () -> kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens"))))
        .isInstanceOf(NotAcknowledged.class);

    // When
    kafka.recover();
    kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));

    // Then
    assertThat(kafka.sent()).hasSize(1);
  }

  @Test
  void nothingIsAnsweredBeforeKafkaAcknowledges() {
    // Given
    var slow = new FakeKafka(false, Clock.systemUTC());
    var answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return slow.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));
              } catch (NotAcknowledged e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await().until(() -> !slow.sent().isEmpty());
    assertThat(answer).isNotDone();

    // When
    slow.acknowledgeNext();

    // Then
    assertThat(answer).succeedsWithin(Duration.ofSeconds(1));
  }

  @Test
  void aBrokerThatKeepsSilentIsNotWaitedForForever() {
    // Given
    var silent = new FakeKafka(false, Clock.systemUTC());

    // Then
    assertThatThrownBy(
            () -> silent.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens"))))
        .isInstanceOf(NotAcknowledged.class)
        .hasMessageContaining("in time");
  }

  @Test
  void aStoryThatIsTooLargeForKafkaIsRefusedForGood() throws Exception {
    // Given
    kafka.findTooLarge();

    // When
    var drafts = kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", 1, "Bridge opens")));

    // Then
    assertThat(drafts.getFirst())
        .isEqualTo(
            new Draft.Refused("Story “bridge-1” is larger than the 15 MB that a draft may have."));
  }

  @Test
  void aStoryWithoutHeadlineIsCalledByItsFirstWords() throws Exception {
    // Given
    var copy =
        copyOf(
            "bulletin-9",
            1,
            CREATED,
            " ",
            List.of(
                new Block.Paragraph(
                    "The <b>harbour</b> bridge &amp; its ferry will close for two weeks from"
                        + " Monday, the city said.")));

    // When
    var filed = (Draft.Filed) kafka.drafts().draft(BY_HTTP, List.of(copy)).getFirst();

    // Then
    assertThat(filed.headline())
        .isEqualTo("The harbour bridge & its ferry will close for two weeks from…");
  }

  @Test
  void aKillNeedsNoHeadline() throws Exception {
    // Given
    var life =
        new Copy.Lifecycle(
            2,
            CREATED,
            false,
            null,
            Copy.Status.CANCELED,
            Copy.Change.KILL,
            null,
            null,
            null,
            null,
            null);

    // When
    kafka.drafts().draft(BY_HTTP, List.of(copy("bridge-1", life, "", List.of())));

    // Then
    var article = kafka.sent().getFirst().getArticle();
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getChange()).isEqualTo(Change.KILL);
    assertThat(article.getHeadline()).hasToString("bridge-1");
  }

  @Test
  void everyFieldOfTheCopyIsInTheEvent() throws Exception {
    // When
    kafka.drafts().draft(BY_HTTP, List.of(FullCopy.COPY));

    // Then
    assertThat(kafka.sent().getFirst().toString())
        .contains(FullCopy.VALUES)
        .doesNotContain("null,")
        .contains("\"wire\": \"ab12\"", "\"agency\": \"wireone\"", "\"channel\": \"http\"");
  }

  private static String uri(List<Draft> drafts) {
    return ((Draft.Filed) drafts.getFirst()).uri();
  }

  private static Copy copy(String guid, long version, String headline) {
    return copyOf(guid, version, CREATED, headline, List.of());
  }

  private static Copy undated(String guid, Instant received, String headline) {
    var life =
        new Copy.Lifecycle(
            1,
            received,
            true,
            null,
            Copy.Status.USABLE,
            Copy.Change.NEW,
            null,
            null,
            null,
            null,
            null);
    return copy(guid, life, headline, List.of());
  }

  private static Copy copyOf(
      String guid, long version, Instant created, String headline, List<Block> body) {
    var life =
        new Copy.Lifecycle(
            version,
            created,
            false,
            null,
            Copy.Status.USABLE,
            Copy.Change.NEW,
            null,
            null,
            null,
            null,
            null);
    return copy(guid, life, headline, body);
  }

  private static Copy copy(String guid, Copy.Lifecycle life, String headline, List<Block> body) {
    return new Copy(
        guid,
        "plain",
        null,
        life,
        Copy.Handling.NONE,
        new Copy.Headlines(headline, null, null, null, null, null, null),
        new Copy.Subjects(null, List.of(), List.of(), List.of(), List.of(), List.of()),
        new Copy.Rights(null, null, null, null),
        List.of(),
        null,
        body);
  }

  private static final class FullCopy {

    static final String[] VALUES = {
      "F-headline",
      "\"undated\": true",
      "\"contentHash\": \"",
      "\"type\": \"text\"",
      "F:signal",
      "F-desk",
      "\"replaces\": [\"urn:newsroom:story:",
      "F-summary",
      "F-slug",
      "F-byline",
      "F-dateline",
      "F-genre",
      "de-AT",
      "F-located",
      "medtop:1",
      "F-scheme",
      "F-place",
      "F-person",
      "F-organisation",
      "F-keyword",
      "F-credit",
      "F-holder",
      "F-notice",
      "F-terms",
      "F-caption",
      "F-picture-credit",
      "F-alt",
      "https://example.org/p.jpg",
      "image/jpeg",
      "1200",
      "800",
      "pic1",
      "F-paragraph",
      "F-heading",
      "F-quote",
      "F-attribution",
      "F-item",
      "F-table",
      "F-cell",
      "https://example.org/v",
      "F-embed",
      "F-label",
      "F-promo",
      "https://example.org/s",
      "F-correction",
      "F-ednote",
      "2026-11-21T00:00:00Z",
      "2026-12-01T00:00:00Z"
    };

    static final Copy COPY =
        new Copy(
            "F-guid",
            "plain",
            "utf-8",
            new Copy.Lifecycle(
                4,
                CREATED,
                true,
                CREATED.minusSeconds(60),
                Copy.Status.USABLE,
                Copy.Change.CORRECTION,
                Instant.parse("2026-11-21T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                2,
                "F-correction",
                "F-ednote"),
            new Copy.Handling("text", "F-desk", List.of("F:signal"), List.of("F-replaced")),
            new Copy.Headlines(
                "F-headline", "F-summary", "F-slug", "F-byline", "F-dateline", "F-genre", "de-AT"),
            new Copy.Subjects(
                concept("F-located"),
                List.of(concept("F-subject")),
                List.of(concept("F-place")),
                List.of(concept("F-person")),
                List.of(concept("F-organisation")),
                List.of("F-keyword")),
            new Copy.Rights("F-credit", "F-holder", "F-notice", "F-terms"),
            List.of(
                new Picture(
                    "pic1",
                    "F-caption",
                    "F-picture-credit",
                    "F-alt",
                    List.of(
                        new Picture.Rendition(
                            "original", "https://example.org/p.jpg", "image/jpeg", 1200, 800)))),
            "pic1",
            List.of(
                new Block.Paragraph("F-paragraph"),
                new Block.Heading(2, "F-heading"),
                new Block.Quote(List.of("F-quote"), "F-attribution"),
                new Block.Listing(true, List.of("F-item")),
                new Block.Table("F-table", true, List.of(List.of("F-cell"))),
                new Block.Figure("pic1"),
                new Block.Embed("https://example.org/v", "F-embed"),
                new Block.Promo("F-label", "F-promo", "https://example.org/s")));

    private FullCopy() {}

    private static Concept concept(String name) {
      return new Concept("medtop:1", name, "F-scheme");
    }
  }
}
