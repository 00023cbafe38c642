package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.Test;

/// What a real WordPress shows, whether it has the newsroom's plugin or not.
abstract class WordPressContract extends WordPressEditors {

  @Test
  void aStoryIsOnePostWithItsCategoryAndTags() {
    // When
    carry(working(), shown(page(1, 1, life(), List.of()), 1));
    carry(working(), shown(page(2, 1, life(), List.of()), 1));

    // Then
    var post = post(1);
    assertThat(post.path("status").asString()).isEqualTo("publish");
    assertThat(post.path("link").asString()).isEqualTo(Pages.page(1, 1).address().toString());
    assertThat(post.path("excerpt").path("raw").asString())
        .isEqualTo("The tower travels on rails.");
    assertThat(post.path("content").path("raw").asString())
        .contains("<p>SKAGEN — The tower moved <b>eight meters</b> before noon.</p>")
        .contains("By Ida Fjord", "© 2026 Northwire", "<!-- wp:paragraph -->");
    assertThat(site.ask("GET", "categories?slug=world", "").path(0).path("count").asInt())
        .isEqualTo(2);
    assertThat(site.total("tags")).isEqualTo(3);
    assertThat(site.total("categories")).isEqualTo(2);
    assertThat(site.total(ANYWHERE)).isEqualTo(2);
  }

  @Test
  void aCorrectionChangesThePostInPlaceAndSaysSo() {
    // Given
    carry(working(), Pages.show(1, 1));
    var before = post(1);

    // When
    var corrected =
        page(1, 2, life(Story.Change.CORRECTION, "The tower has 12 floors, not 21."), List.of());
    var outcome = only(working(), shown(corrected, 2));

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    var after = post(1);
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("link")).isEqualTo(before.path("link"));
    assertThat(after.path("content").path("raw").asString())
        .contains("<strong>Correction</strong> The tower has 12 floors, not 21.");
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }

  @Test
  void whatIsThereAlreadyIsNotWrittenAgain() {
    // Given
    var wire = wire();
    carry(open(wire.url()), Pages.show(1, 1));
    var modified = post(1).path("modified_gmt");
    wire.heard.clear();

    // When
    carry(open(wire.url()), Pages.show(1, 1));

    // Then
    assertThat(wire.heard).filteredOn(line -> line.contains("/posts")).hasSize(1);
    assertThat(wire.heard).noneMatch(line -> line.startsWith("POST /wp-json/wp/v2/posts"));
    assertThat(post(1).path("modified_gmt")).isEqualTo(modified);
  }

  @Test
  void linksLeadToTheSitesOwnAddressesAndNowhereElse() {
    // Given
    carry(working(), Pages.show(2, 1));
    var there = new Page.Promo("ALSO", "Lighthouse 2", Pages.page(2, 1).address(), 0);
    var nowhere = new Page.Promo("ALSO", "Lighthouse 3", Pages.page(3, 1).address(), 1);
    var archived = URI.create("https://archive.harbor.test/1987/4");
    var old = new Page.Promo("ALSO", "Lighthouse 4", archived, 1);

    // When
    carry(working(), shown(page(1, 1, life(), List.of(there, nowhere, old)), 1));

    // Then
    assertThat(post(1).path("content").path("raw").asString())
        .contains("<a href=\"" + post(2).path("link").asString() + "\">Lighthouse 2</a>")
        .contains("<a href=\"" + archived + "\">Lighthouse 4</a>")
        .doesNotContain("Lighthouse 3");
  }

  @Test
  void picturesAreUploadedOnceWithTheirWords() {
    // Given
    var lead = picture("lead", "The tower [gallery] & its keeper", 1);
    var second = picture("second", "The rails", 2);
    var pictures = List.of(lead, second);

    // When
    carry(working(), shown(page(1, 1, life(), List.of(), pictures), 1));
    carry(working(), shown(page(2, 1, life(), List.of(), pictures), 1));
    carry(working(), shown(page(1, 2, life(), List.of(), pictures), 2));

    // Then
    assertThat(site.total("media")).isEqualTo(2);
    var featured = site.ask("GET", "media/" + post(1).path("featured_media") + "?context=edit", "");
    assertThat(featured.path("alt_text").asString()).isEqualTo("A tower on rails");
    assertThat(featured.path("caption").path("raw").asString())
        .isEqualTo("The tower &#091;gallery] &amp; its keeper (Ida Berg)");
    assertThat(post(1).path("content").path("raw").asString())
        .contains("http://harbor.test/wp-content/uploads/", "The rails (Ida Berg)</figcaption>")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void everyKindOfBlockComesBackAsItWasSent() {
    // Given
    for (var content : List.of("blocks", "html")) {
      var destination =
          open("harbor/" + content, site.url(), Clock.systemUTC(), "content", content);
      var page = Pages.page(content.length(), 1);
      var whole = Fiction.story();
      var fiction =
          new Page(
              whole, page.address(), page.section(), page.posted(), null, Fiction.page().promos());

      // When
      var outcome = destination.carry(List.of(new Dispatch.Show("s", fiction, true))).getFirst();

      // Then
      assertThat(outcome).isInstanceOf(Accepted.class);
      var slug = Desk.slug(page.address(), whole.uri());
      var there = post(slug).path("content");
      assertThat(there.path("rendered").asString())
          .contains("<cite>Per Aas, baker</cite>", "<th>Month</th>", "<li><b>Diesel</b></li>")
          .contains("READ MORE</strong> | <a href=\"https://ferries.example.com/\"");
      assertThat(there.path("raw").asString().contains("<!-- wp:"))
          .isEqualTo(content.equals("blocks"));
      assertThat(destination.carry(List.of(new Dispatch.Show("s", fiction, true))).getFirst())
          .isEqualTo(outcome);
      site.ask("DELETE", "posts/" + post(slug).path("id") + "?force=true", "");
    }
  }

  @Test
  void anAuthorsAccountIsEnough() {
    // Given
    site.ask("POST", "categories", "{\"name\":\"World News\",\"slug\":\"world\"}");
    var destination = open(site.url(), "user", "stringer", "password", site.password("stringer"));

    // When
    var outcomes =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                version -> only(destination, shown(page(1, version, life(), List.of()), version)))
            .toList();

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Accepted.class);
    assertThat(post(1).path("title").path("raw").asString()).contains("report 3");
  }

  @Test
  void nothingOfAWireIsCarriedOutAtTheSite() {
    // Given
    var page = page(1, 1, life(), List.of());
    var story = page.story();
    var hostile =
        new Story(
            story.uri(),
            story.mark(),
            story.lifecycle(),
            new Story.Headlines(
                "<script>alert(1)</script> [gallery]", "a <b>b</b>", null, null, null, null, "en"),
            story.subjects(),
            story.rights(),
            List.of(),
            null,
            List.of(
                new Block.Paragraph("x <script>alert(2)</script><!-- wp:html --><img onerror=3>"),
                new Block.Paragraph("<a href=\"javascript:alert(4)\">y</a> [audio src=z]"),
                new Block.Embed("javascript:alert(5)", "z")),
            List.of(),
            story.origin());

    // When
    carry(
        working(),
        shown(
            new Page(hostile, page.address(), page.section(), page.posted(), null, List.of()), 1));

    // Then
    var shown = post(1);
    assertThat(shown.path("title").path("rendered").asString()).contains("&lt;script&gt;");
    assertThat(shown.path("content").path("rendered").asString())
        .contains("&#091;audio src=z]")
        .doesNotContain("<script", "onerror", "javascript:", "wp:html");
  }
}
