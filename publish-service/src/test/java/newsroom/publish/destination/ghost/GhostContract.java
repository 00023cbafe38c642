package newsroom.publish.destination.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Refused;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.Test;

/// What a Ghost site shows, and what it keeps of its editors' work.
abstract class GhostContract extends GhostKills {

  private static Dispatch.Show told(Story.Change change, String note, Block... more) {
    var page = Pages.page(1, 2);
    var story = page.story();
    var life = story.lifecycle();
    var body = new ArrayList<>(story.body());
    body.addAll(List.of(more));
    var size = new Picture.Rendition("web", "https://p.harbor.test/t.jpg", "image/jpeg", 800, 600);
    var told =
        new Story(
            story.uri(),
            story.mark(),
            new Story.Lifecycle(
                life.status(), change, life.firstCreated(), null, null, 4, note, ""),
            story.headlines(),
            story.subjects(),
            story.rights(),
            List.of(new Picture("lead", "The tower", "Ida Berg", "On rails", List.of(size))),
            "lead",
            body,
            story.related(),
            story.origin());
    return new Dispatch.Show(
        "told",
        new Page(told, page.address(), page.section(), page.posted(), null, List.of()),
        false);
  }

  @Test
  void aStoryIsOnePostWithSectionTagsSummaryAndItsOwnTime() {
    // When
    var said = only(working(), Pages.show(1, 1));
    carry(working(), Pages.show(2, 1));

    // Then
    var post = post(1);
    assertThat(said)
        .isEqualTo(new Accepted(Pages.page(1, 1).address(), post.path("id").asString()));
    assertThat(post.path("custom_excerpt").asString()).isEqualTo("The tower travels on rails.");
    assertThat(post.path("published_at").asString()).startsWith("2026-11-20T08:16:01");
    assertThat(post.path("tags").findValuesAsString("name"))
        .containsExactly("World News", "lighthouse");
    assertThat(post.path("html").asString())
        .contains(
            "<b>eight meters</b>".replace("b>", "strong>"), "By Ida Fjord", "© 2026 Northwire");
    var tags = site.ask("GET", "tags/?limit=50", "").path("tags").findValuesAsString("name");
    assertThat(tags).containsOnlyOnce("lighthouse").containsOnlyOnce("World News");
  }

  @Test
  void aCorrectionChangesThePostInPlaceWithPictureAndTable() {
    // Given
    carry(working(), Pages.show(1, 1));
    var before = post(1);
    var table =
        new Block.Table("Floors", true, List.of(List.of("a", "b"), List.of("1", "<b>2</b>")));
    var quote = new Block.Quote(List.of("Slow", "is safe"), "Ida");
    var list = new Block.Listing(true, List.of("one", "two"));
    var inline = new Block.Paragraph("H<sub>2</sub>O <u>u</u> <s>s</s> <code>c</code> a<br>b");

    // When
    var show = told(Story.Change.CORRECTION, "12 floors, not 21.", table, quote, list, inline);
    var outcome = only(working(), show);

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(post(1).path("id")).isEqualTo(before.path("id"));
    assertThat(post(1).path("url")).isEqualTo(before.path("url"));
    assertThat(post(1).path("html").asString())
        .contains("<strong>Correction</strong> 12 floors, not 21.", "<td>1</td>", "is safe");
    assertThat(post(1).path("feature_image").asString()).isEqualTo("https://p.harbor.test/t.jpg");
    assertThat(only(working(), show)).isInstanceOf(Accepted.class);
    assertThat(site.total()).isEqualTo(1);
  }

  @Test
  void linksLeadToTheSitesOwnAddressesAndToTheArchiveAndNowhereElse() {
    // Given
    carry(working(), Pages.show(2, 1));
    var there = new Page.Promo("ALSO", "Lighthouse 2", Pages.page(2, 1).address(), 0);
    var nowhere = new Page.Promo("ALSO", "Lighthouse 3", Pages.page(3, 1).address(), 0);
    var archived = URI.create("https://archive.harbor.test/1987/4");
    var old = new Page.Promo("ALSO", "Lighthouse 4", archived, 1);
    var page = Pages.page(1, 1);
    var promos = List.of(there, nowhere, old);
    var linking =
        new Page(page.story(), page.address(), page.section(), page.posted(), null, promos);

    // When
    carry(working(), new Dispatch.Show("linking", linking, true));

    // Then
    assertThat(post(1).path("html").asString())
        .contains("<a href=\"" + post(2).path("url").asString() + "\">Lighthouse 2</a>")
        .contains("<a href=\"" + archived + "\">Lighthouse 4</a>")
        .doesNotContain("Lighthouse 3");
  }

  @Test
  void whatAnEditorChangedHidOrDeletedIsNotWrittenOver() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1), Pages.show(3, 1), Pages.show(4, 1));
    edit(1, "\"title\":\"An editor's headline\"");
    edit(2, "\"status\":\"draft\"");
    delete(3);
    edit(4, "\"tags\":[{\"name\":\"Harbour\"}]");

    // When
    var outcomes =
        carry(working(), Pages.show(1, 2), Pages.show(2, 2), Pages.show(3, 2), Pages.show(4, 2));

    // Then
    assertThat(outcomes.subList(0, 3)).hasOnlyElementsOfType(Refused.class);
    assertThat(outcomes.toString())
        .contains("somebody changed post", "somebody made post", "somebody deleted it there");
    assertThat(outcomes.get(3)).isInstanceOf(Accepted.class);
    assertThat(post(1).path("title").asString()).isEqualTo("An editor's headline");
    assertThat(post(4).path("tags").findValuesAsString("name")).contains("Harbour", "lighthouse");
    assertThat(site.total()).isEqualTo(3);
    var down = carry(working(), Pages.takeDown(1, 3, true), Pages.takeDown(2, 3, true));
    assertThat(down).hasOnlyElementsOfType(Accepted.class);
    assertThat(site.total()).isEqualTo(1);
  }

  @Test
  void aPostIsFoundAtAnotherSlugAndWithoutTheNewsroomsDatabase() {
    // Given
    carry(working(), Pages.show(1, 1));
    var id = post(1).path("id").asString();
    edit(1, "\"slug\":\"another-address\"");
    forgetAll();

    // When
    var outcome = (Accepted) only(working(), Pages.show(1, 1));

    // Then
    assertThat(outcome.remoteId()).isEqualTo(id);
    assertThat(site.total()).isEqualTo(1);
    forgetAll();
    assertThat(only(working(), Pages.takeDown(1, 2, true))).isInstanceOf(Accepted.class);
    assertThat(site.total()).isZero();
  }
}
