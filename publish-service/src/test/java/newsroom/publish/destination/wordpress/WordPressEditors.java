package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Refused;
import org.junit.jupiter.api.Test;

/// What people and plugins at the site do to posts, and what becomes of that.
abstract class WordPressEditors extends WordPressKills {

  @Test
  void whatAnEditorTrashedStaysInTheTrash() {
    // Given
    carry(working(), Pages.show(1, 1));
    site.ask("DELETE", "posts/" + post(1).path("id"), "");

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).contains("into the site's trash"));
    assertThat(post(1).path("status").asString()).isEqualTo("trash");
    assertThat(only(working(), Pages.takeDown(1, 3, true))).isInstanceOf(Accepted.class);
    assertThat(only(working(), Pages.show(1, 4))).isInstanceOf(Refused.class);
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }

  @Test
  void whatAnEditorChangedIsNotWrittenOverAndIsKilledAllTheSame() {
    for (var change :
        List.of(
            "{\"content\":\"<p>The editor knows better.</p>\"}",
            "{\"title\":\"The editor knows better\"}",
            "{\"status\":\"draft\"}")) {
      // Given
      carry(working(), Pages.show(1, 1));
      edit(1, change);
      var edited = post(1);

      // When
      var outcome = only(working(), Pages.show(1, 2));

      // Then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.reason()).startsWith("somebody "));
      assertThat(post(1)).isEqualTo(edited);
      assertThat(only(working(), Pages.takeDown(1, 3, true))).isInstanceOf(Accepted.class);
      assertThat(post(1).path("status").asString()).isEqualTo("trash");
      site.ask("DELETE", "posts/" + post(1).path("id") + "?force=true", "");
      forgetAll();
    }
  }

  @Test
  void whatAnEditorAddedAroundTheTextStays() {
    // Given
    carry(working(), Pages.show(1, 1));
    var tag = site.ask("POST", "tags", "{\"name\":\"by hand\"}").path("id").asLong();
    edit(1, "{\"tags\":[" + tag + "],\"sticky\":true,\"comment_status\":\"closed\"}");

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(post(1).path("tags")).hasSize(2).anyMatch(it -> it.asLong() == tag);
    assertThat(post(1).path("sticky").asBoolean()).isTrue();
    assertThat(post(1).path("comment_status").asString()).isEqualTo("closed");
  }

  @Test
  void whatSomebodyDeletedIsAPersonsToDecide() {
    // Given
    carry(working(), Pages.show(1, 1));
    site.ask("DELETE", "posts/" + post(1).path("id") + "?force=true", "");

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).contains("somebody deleted it"));
    assertThat(site.total(ANYWHERE)).isZero();
  }

  @Test
  void aKilledStoryLeavesNoTraceWhereThatIsAskedForAndMayBeReinstated() {
    // Given
    var destination = open(site.url(), "killed", "delete");
    var shared = picture("shared", "The harbor", 1);
    var own = picture("own", "The keeper", 2);
    carry(destination, shown(page(1, 1, life(), List.of(), List.of(shared, own)), 1));
    carry(destination, shown(page(2, 1, life(), List.of(), List.of(shared)), 1));

    // When
    var killed = only(destination, Pages.takeDown(1, 2, true));
    int left = site.total(ANYWHERE);
    int pictures = site.total("media");
    var back = only(destination, Pages.show(1, 3));

    // Then
    assertThat(List.of(killed, back)).hasOnlyElementsOfType(Accepted.class);
    assertThat(left).isEqualTo(1);
    assertThat(pictures).isEqualTo(1);
    assertThat(site.total("posts")).isEqualTo(2);
  }

  @Test
  void aSiteThatChangesTextsIsNotCalledLiveUntilItStops() throws IOException {
    // Given
    var altering = site.plugins().resolve("altering.php");
    Files.writeString(
        altering,
        "<?php add_filter('content_save_pre', function ($t) { return $t . ' Advertisement'; });");

    // When
    var altered = only(working(), Pages.show(1, 1));
    Files.delete(altering);
    var next = only(working(), Pages.show(1, 1));

    // Then
    assertThat(altered)
        .isInstanceOfSatisfying(
            Refused.class,
            it -> {
              assertThat(it.reason()).contains("other words than were sent");
              assertThat(it.there()).as("a kill has to go there").isTrue();
            });
    assertThat(next).isInstanceOf(Accepted.class);
    assertThat(post(1).path("content").path("raw").asString()).doesNotContain("Advertisement");
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }
}
