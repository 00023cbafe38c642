package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the ledger notes for the lists of sites of pages.
class ListNoteTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();

  @BeforeEach
  void keepLists() {
    bench.jdbc.execute("truncate publish.list_site, publish.list_change");
    bench.jdbc.update("insert into publish.list_site (destination) values (?)", NATIONAL);
  }

  @AfterEach
  void close() {
    bench.jdbc.execute("truncate publish.list_site, publish.list_change");
    bench.close();
  }

  private List<@Nullable String> noted() {
    return bench.jdbc.queryForList(
        "delete from publish.list_change returning destination || ' ' || uri", String.class);
  }

  @Test
  void whatComesChangesOrGoesIsNotedOnceForASiteThatKeepsLists() {
    // When
    bench.enter(story(1));
    assertThat(noted()).isEmpty();
    bench.carry();

    // Then
    assertThat(noted()).containsExactly(NATIONAL + " " + uri(1));

    // When
    bench.enter(story(1).version(2).headline("Thaw ends skating"));
    bench.carry();
    bench.enter(story(1).version(3).killed());
    bench.carry();

    // Then
    assertThat(noted()).containsExactly(NATIONAL + " " + uri(1));
  }

  @Test
  void aPageThatIsDrawnAgainForItsLinksAloneIsNotNoted() {
    // Given
    bench.enter(story(3).related(1, 0));
    bench.carry();
    noted();

    // When
    bench.enter(story(1));
    bench.carry();
    bench.clock.advance(java.time.Duration.ofSeconds(5));
    bench.carry();

    // Then
    assertThat(bench.at(NATIONAL).page(uri(3)).promos()).hasSize(1);
    assertThat(noted()).containsExactly(NATIONAL + " " + uri(1));
  }
}
