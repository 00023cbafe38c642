package newsroom.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Block;
import newsroom.schema.Change;
import newsroom.schema.Drafted;
import newsroom.schema.Outcome;
import newsroom.schema.OutcomeState;
import newsroom.schema.Paragraph;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/// Fictional copy, as events.
public final class Copy {

  public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  public static final String DAM =
      """
      Engineers lowered the gates of the Torrevale dam on Tuesday after sensors found a crack.
      The crack is forty metres long, the water authority of Torrevale said.
      Families in the valley below were told to pack a bag and wait.
      Mayor Odalys Brandt opened the sports hall for those who did not want to wait at home.
      The dam was built in 1961 and holds the drinking water of three towns.
      Divers are to look at its foot on Wednesday.
      """;

  public static final String VALLEY =
      """
      Buses carried six hundred people out of the valley below the Torrevale dam in the night.
      Mayor Odalys Brandt said nobody would be left behind.
      The water authority expects the crack in the dam to grow while the gates are opened.
      Farmers brought their cattle to higher ground.
      """;

  static {
    // Avro makes no event before the codec has vouched for their classes
    assertThat(EventCodec.DRAFTED).isNotNull();
  }

  private Copy() {}

  public static String uri(String name) {
    return "urn:newsroom:story:" + name;
  }

  public static Article.Builder article(String name, String headline, String text) {
    return Article.newBuilder()
        .setUri(uri(name))
        .setVersion(1)
        .setVersionCreated(NOON)
        .setPubStatus(PubStatus.USABLE)
        .setChange(Change.NEW)
        .setHeadline(headline)
        .setLanguage("en-GB")
        .setBody(paragraphs(text))
        .setProvenance(
            Provenance.newBuilder()
                .setAgency("fable")
                .setChannel("http")
                .setFormat("ninjs")
                .setReceived(NOON)
                .setWire("00")
                .build());
  }

  private static List<Block> paragraphs(String text) {
    return Arrays.stream(text.split("\n")).map(line -> new Block(new Paragraph(line))).toList();
  }

  public static Drafted drafted(Article article) {
    return Drafted.newBuilder()
        .setUri(article.getUri())
        .setVersion(article.getVersion())
        .setVersionCreated(article.getVersionCreated())
        .setDrafted(NOON)
        .setArticle(article)
        .build();
  }

  public static Published live(Article article) {
    return word(article, StoryState.LIVE).setArticle(article).build();
  }

  /// As an archive's import says it.
  ///
  /// @param url null where the archive has no address
  public static Published archived(Article article, @Nullable String url) {
    return word(article, StoryState.LIVE)
        .setArticle(article)
        .setOutcomes(List.of(liveOn("archive", url)))
        .build();
  }

  public static Outcome liveOn(String site, @Nullable String url) {
    return Outcome.newBuilder()
        .setSite(site)
        .setDestination(site)
        .setState(OutcomeState.LIVE)
        .setUrl(url)
        .build();
  }

  /// A last word without text.
  public static Published gone(Article article, StoryState state) {
    return word(article, state).build();
  }

  private static Published.Builder word(Article article, StoryState state) {
    return Published.newBuilder()
        .setUri(article.getUri())
        .setVersion(article.getVersion())
        .setVersionCreated(article.getVersionCreated())
        .setPublished(article.getVersionCreated().plus(1, ChronoUnit.MINUTES))
        .setState(state);
  }
}
