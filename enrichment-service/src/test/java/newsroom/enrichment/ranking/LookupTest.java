package newsroom.enrichment.ranking;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.VALLEY;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsroom.enrichment.morgue.Shelf;
import newsroom.enrichment.story.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {

  private static final String BAKER = "A baker of the valley baked a loaf of ninety metres.";

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    shelf = new Shelf(folder);
    for (int i = 0; i < 15; i++) {
      shelf.put(live(article("choir" + i, "Choir " + i + " wins", "Singers went home.").build()));
    }
    shelf.put(
        live(article("dam", "Crack found in Torrevale dam", DAM).build()),
        live(article("copy", "Crack in the dam of Torrevale", DAM).build()),
        live(article("valley", "Valley below dam is emptied", VALLEY).build()),
        live(
            article("again", "Valley below dam is emptied", VALLEY + "It rained.\nIt was cold.")
                .setVersionCreated(NOON.minus(Duration.ofDays(5)))
                .build()),
        live(article("baker", "Baker bakes longest loaf", BAKER).build()));
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void eachCandidateSaysWhatBecameOfIt() throws IOException {
    assertThat(explained())
        .extracting(each -> each.find().card().uri(), Explained::verdict)
        .contains(
            tuple(uri("dam"), Verdict.ITSELF),
            tuple(uri("copy"), Verdict.COPY),
            tuple(uri("valley"), Verdict.RELATED),
            tuple(uri("again"), Verdict.NAMESAKE),
            tuple(uri("baker"), Verdict.WEAK));
  }

  @Test
  void itSaysWhatItsScoreIsMadeOf() throws IOException {
    var valley =
        explained().stream()
            .filter(each -> each.verdict() == Verdict.RELATED)
            .findFirst()
            .orElseThrow();

    assertThat(valley.find().shared()).contains("torrevale");
    assertThat(valley.signs().standing()).isEqualTo(1);
    assertThat(valley.signs().gist().text()).isBetween(0.1, 0.9);
    assertThat(valley.signs().meaning()).isEmpty();
    assertThat(valley.score()).isEqualTo(Freshness.RUNNING.of(valley.find()));
  }

  @Test
  void whatIsRelatedIsFoundInTheSameOrder() throws IOException {
    // Given
    var related = explained().stream().filter(each -> each.verdict() == Verdict.RELATED).toList();

    // When
    var finds = shelf.morgue().ask(holdings -> lookup().ask(holdings, asked()));

    // Then
    assertThat(finds).isEqualTo(related.stream().map(Explained::find).toList());
  }

  @Test
  void whatIsLinkedStaysWhileAYoungArchiveFillsUp() throws IOException {
    // Given
    assertThat(verdictOn("valley", Set.of())).isEqualTo(Verdict.RELATED);

    // When
    for (int i = 0; i < 14; i++) {
      var text = "Odalys Brandt of the water authority spoke of gates, valley, dam and crack.";
      shelf.put(live(article("talk" + i, "Talk " + i, text).build()));
    }

    // Then
    assertThat(verdictOn("valley", Set.of())).isEqualTo(Verdict.WEAK);
    assertThat(verdictOn("valley", Set.of(uri("valley")))).isEqualTo(Verdict.RELATED);
  }

  private Verdict verdictOn(String name, Set<String> linked) throws IOException {
    var asked = asked();
    var linking = new Lookup.Asked(asked.story(), asked.meaning(), asked.now(), linked);
    return shelf.morgue().ask(holdings -> lookup().explain(holdings, linking)).stream()
        .filter(each -> each.find().card().uri().equals(uri(name)))
        .map(Explained::verdict)
        .findFirst()
        .orElseThrow();
  }

  private List<Explained> explained() throws IOException {
    return shelf.morgue().ask(holdings -> lookup().explain(holdings, asked()));
  }

  private static Lookup lookup() {
    return new Lookup(new RelatedSettings(true, 0.24, 0.9), Recipe.MEASURED);
  }

  private static Lookup.Asked asked() {
    var dam = article("dam", "Crack found in Torrevale dam", DAM).setVersion(2).build();
    return new Lookup.Asked(Stories.of(dam), Optional.empty(), NOON.plus(Duration.ofHours(1)));
  }
}
