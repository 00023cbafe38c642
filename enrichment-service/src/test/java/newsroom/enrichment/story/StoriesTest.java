package newsroom.enrichment.story;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import newsroom.enrichment.story.Block.Kind;
import newsroom.schema.Change;
import newsroom.schema.Embed;
import newsroom.schema.Figure;
import newsroom.schema.Heading;
import newsroom.schema.Listing;
import newsroom.schema.Paragraph;
import newsroom.schema.Promo;
import newsroom.schema.Quote;
import newsroom.schema.Row;
import newsroom.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoriesTest {

  @Test
  void everyBlockKeepsItsIndex() {
    // Given
    var body =
        List.<Object>of(
            new Paragraph("One <b>bold</b> word."),
            new Heading(2, "Head"),
            new Quote(List.of("Quoted."), null),
            new Listing(false, List.of("a", "b")),
            new Table(null, false, List.of(new Row(List.of("x", "y")))),
            new Figure("p1"),
            new Embed("https://example.org/", null),
            new Promo("MORE", "Another", null));

    // When
    var story = Stories.of(withBody(body));

    // Then
    assertThat(story.body())
        .extracting(Block::kind)
        .containsExactly(
            Kind.PARAGRAPH,
            Kind.HEADING,
            Kind.RUN,
            Kind.RUN,
            Kind.RUN,
            Kind.FIGURE,
            Kind.FIGURE,
            Kind.PROMO);
    assertThat(story.text()).isEqualTo("One bold word.\nHead\nQuoted.\na\nb\nx\ny");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADDITIONAL REPORTING | Crack found in dam",
        "IN CASE YOU MISSED IT | Crack found in dam",
        "SEE ALSO: Crack found in dam",
        "READ MORE: <a href=\"https://example.org/\">Crack found in dam</a>"
      })
  void anEditorsPromoIsNotTheStorysText(String paragraph) {
    var story = Stories.of(withBody(List.of(new Paragraph(paragraph))));

    assertThat(story.body()).containsExactly(new Block(Kind.PROMO, ""));
    assertThat(story.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Plain ~ Plain
          A <a href="x">link</a>&nbsp;&amp; more ~ A link & more
          one<br>two ~ one two
          5 &lt; 6 &#8217;s &#x2019; ~ 5 < 6 ’s ’
          AT&T and a < b ~ AT&T and a < b
          &unknown; &#99999999; ~ ''
          """)
  void markupIsTakenOff(String markup, String plain) {
    assertThat(Markup.plain(markup)).isEqualTo(plain);
  }

  @Test
  void aCorrectionDoesNotMakeAStoryYounger() {
    var corrected =
        article("dam", "Crack found", "Text.")
            .setChange(Change.CORRECTION)
            .setFirstCreated(NOON.minus(Duration.ofDays(3)))
            .build();

    assertThat(Stories.of(corrected).time()).isEqualTo(NOON.minus(Duration.ofDays(3)));
  }

  @Test
  void anAgencysFastClockDoesNotHideALiveStory() {
    // Given
    var article = article("dam", "Crack found", "Text.").build();
    var event = live(article);
    var ahead =
        article("dam", "Crack found", "Text.").setVersionCreated(NOON.plus(Duration.ofDays(1)));

    // When
    var story = Stories.live(event, ahead.build());

    // Then
    assertThat(story.time()).isEqualTo(event.getPublished());
  }

  private static newsroom.schema.Article withBody(List<Object> body) {
    return article("dam", "Crack found", "")
        .setBody(body.stream().map(newsroom.schema.Block::new).toList())
        .build();
  }
}
