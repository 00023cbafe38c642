package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FrontPageTests {

  private final Html html = new Html();

  @Test
  void theMostUrgentOfTheNewestHoursLeads() {
    // Given
    Page newest = brief(1, Duration.ZERO, 5);
    Page urgent = brief(2, Duration.ofHours(3), 1);
    Page yesterday = brief(3, Duration.ofHours(30), 1);

    // When
    Document front = front(List.of(newest, urgent, yesterday));

    // Then
    assertThat(front.select(".lead h2").text()).isEqualTo("Brief number 2");
    assertThat(front.select(".latest li a").eachText())
        .containsExactly("Brief number 1", "Brief number 3");
  }

  @Test
  void theNewestLeadsAmongEquals() {
    Document front = front(List.of(brief(1, Duration.ZERO, 5), brief(2, Duration.ofHours(1), 5)));

    assertThat(front.select(".lead h2").text()).isEqualTo("Brief number 1");
  }

  @Test
  void whatDoesNotLeadStandsInItsSection() {
    List<Page> pages =
        java.util.stream.IntStream.rangeClosed(1, 8)
            .mapToObj(number -> brief(number, Duration.ofMinutes(number), 5))
            .toList();

    Document front = front(pages);

    assertThat(front.select(".block h2").text()).isEqualTo("Sports");
    assertThat(front.select(".block h3").eachText())
        .containsExactly("Brief number 6", "Brief number 7", "Brief number 8");
    assertThat(front.select(".block h2 a").attr("href")).isEqualTo("/sports/");
  }

  @Test
  void anEmptySiteSaysSo() {
    assertThat(front(List.of()).select("main").text()).contains("No stories yet");
  }

  @Test
  void theNavigationShowsTheSectionThatIsOpen() {
    Document section =
        Jsoup.parse(new String(html.section(Fiction.SPORTS, List.of(), Fiction.SITE), UTF_8));

    assertThat(section.select("nav a").eachText())
        .containsExactly("World News", "U.S. News", "Sports");
    assertThat(section.select("nav a[aria-current=page]").text()).isEqualTo("Sports");
    assertThat(section.select("h1").text()).isEqualTo("Sports");
  }

  @Test
  void aPageThatIsGoneSaysNothingOfTheStory() {
    Document gone = Jsoup.parse(new String(html.gone(Fiction.SITE, true), UTF_8));

    assertThat(gone.select("h1").text()).isEqualTo("This story is no longer available");
    assertThat(gone.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
  }

  private Document front(List<Page> pages) {
    return Jsoup.parse(new String(html.front(pages, Fiction.SITE), UTF_8));
  }

  private static Page brief(int number, Duration ago, int urgency) {
    return Fiction.brief(number, Fiction.SPORTS, Fiction.POSTED.minus(ago), urgency);
  }
}
