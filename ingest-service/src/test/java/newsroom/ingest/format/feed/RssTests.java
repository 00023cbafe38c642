package newsroom.ingest.format.feed;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;

class RssTests extends FormatContract {

  @Override
  protected Format format() {
    return Feeds.rss(new Xml(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    // the bomb and the spies of the contract need their entities unescaped
    var content = body.matches("<p>&\\w+;</p>") ? body : escaped(body);
    return feed(
        "<title>"
            + escaped(escaped(headline))
            + "</title><guid>urn:coastal:1</guid><description>"
            + content
            + "</description>");
  }

  @Override
  protected boolean hasWholeStory(String cut) {
    return cut.contains("</item>");
  }

  private static String feed(String item) {
    return """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Coastal Wire</title><link>https://coast.example/</link>
          <language>en-GB</language><copyright>Coastal 2026</copyright><item>%s</item></channel></rss>
        """
        .formatted(item);
  }

  @Test
  void readsAnItemWithItsModules() throws Unreadable {
    // When
    var copy =
        story(
            feed(
                """
                <title>Harbour &amp;amp; ships</title><link>https://coast.example/1</link><guid isPermaLink="false">coast-1</guid>
                <description>In short.</description><content:encoded><![CDATA[<p>All of <a href="/2">it</a>.</p>]]></content:encoded>
                <dc:creator>Ida Holm</dc:creator><category domain="coast">Port</category><pubDate>Sat, 21 Nov 2026 09:30:00 +01:00</pubDate>
                <media:content url="https://pictures.example/l.jpg" medium="image"><media:title>A ship</media:title>
                  <media:description>A ship arrives.</media:description><media:credit>Ola Vik</media:credit></media:content>
                <media:title>Not the headline</media:title>
                """));

    // Then
    assertThat(copy.guid()).isEqualTo("coast-1");
    assertThat(copy.headlines().headline()).isEqualTo("Harbour & ships");
    assertThat(copy.headlines().summary()).isEqualTo("In short.");
    assertThat(copy.headlines().byline()).isEqualTo("Ida Holm");
    assertThat(copy.headlines().language()).isEqualTo("en-GB");
    assertThat(copy.rights().creditline()).isEqualTo("Coastal Wire");
    assertThat(copy.subjects().subjects()).containsExactly(new Concept(null, "Port", "coast"));
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().version()).isEqualTo(1);
    assertThat(copy.body())
        .containsExactly(new Block.Paragraph("All of <a href=\"https://coast.example/2\">it</a>."));
    assertThat(copy.pictures().getFirst().caption()).isEqualTo("A ship arrives.");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
  }

  @Test
  void isKnownByItsLinkWhereItHasNoGuidAndByItsWordsWhereItHasNeither() throws Unreadable {
    assertThat(story(feed("<title>x</title><link>https://coast.example/1</link>")).guid())
        .isEqualTo("https://coast.example/1");
    assertThat(story(feed("<title>x</title>")).guid())
        .startsWith("sha256:")
        .isEqualTo(story(feed("<title>x</title>")).guid());
  }

  @Test
  void aBadEntryCostsOnlyItself() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(AllFormats.wire(feed("<guid>coast-1</guid></item><item><title>Second</title>")));

    // Then
    assertThat(readings.getFirst())
        .isEqualTo(new Reading.Failed("'coast-1' has neither headline nor text"));
    assertThat(readings.getLast()).isInstanceOf(Reading.Read.class);
  }

  @Test
  void aFeedWithoutEntriesIsNoMistake() throws Unreadable {
    assertThat(
            AllFormats.formats()
                .read(
                    AllFormats.wire(
                        "<rss version='2.0'><channel><title>Quiet</title></channel></rss>")))
        .isEmpty();
  }

  @Test
  void readsRssOneAndUndeclaredModules() throws Unreadable {
    // When
    var old =
        story(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
              <channel><title>Coast</title></channel>
              <item><title>Harbour</title><link>https://coast.example/1</link><dc:date>2026-11-21</dc:date></item></rdf:RDF>
            """);

    // Then
    assertThat(old.headlines().headline()).isEqualTo("Harbour");
    assertThat(old.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
  }

  @Test
  void manyEscapedTagsAreNoBomb() throws Unreadable {
    // Given
    var long_ = "&lt;p&gt;word&lt;/p&gt;".repeat(60_000);

    // Then
    assertThat(story(feed("<title>x</title><description>" + long_ + "</description>")).body())
        .hasSize(60_000);
  }

  @Test
  void markupThatWasEscapedTwiceIsReadAsMarkup() throws Unreadable {
    assertThat(
            story(
                    feed(
                        "<title>x</title><description>&amp;lt;p&amp;gt;Ships are back.&amp;lt;/p&amp;gt;</description>"))
                .body())
        .containsExactly(new Block.Paragraph("Ships are back."));
  }

  @Test
  void textAfterAFrameThatIsClosedAsXmlDoesIsKept() throws Unreadable {
    assertThat(
            story(
                    feed(
                        "<title>x</title><description><![CDATA[<p>Look:</p><iframe src='https://video.example/1'/><p>Ships.</p>]]></description>"))
                .body())
        .contains(new Block.Paragraph("Ships."));
  }

  @Test
  void readsNamesInAllTheirForms() throws Unreadable {
    for (var author :
        List.of(
            "ida@coast.example (Ida Holm)",
            "Ida Holm &lt;ida@coast.example&gt;",
            "Ida Holm (ida@coast.example)",
            "Ida Holm")) {
      assertThat(
              story(feed("<title>x</title><author>" + author + "</author>")).headlines().byline())
          .as(author)
          .isEqualTo("Ida Holm");
    }
    assertThat(
            story(feed("<title>x</title><author>ida@coast.example</author>")).headlines().byline())
        .isNull();
  }

  @Test
  void aPictureMayStandInAPodcastsImageOrAsAnEnclosure() throws Unreadable {
    assertThat(
            story(
                    feed(
                        "<title>x</title><enclosure url='/sound.mp3' type='audio/mpeg'/><itunes:image href='/cover.jpg'/>"))
                .pictures()
                .getFirst()
                .renditions()
                .getFirst()
                .href())
        .isEqualTo("https://coast.example/cover.jpg");
    assertThat(
            story(feed("<title>x</title><enclosure url='/port.jpg' type='image/jpeg'/>"))
                .leadPicture())
        .isEqualTo("picture-1");
  }

  @Test
  void anUpdateIsSeenByItsDate() throws Unreadable {
    // When
    var copy =
        story(
            feed(
                "<title>x</title><pubDate>Sat, 21 Nov 2026 09:30:00 GMT</pubDate><a10:updated>2026-11-21T10:30:00Z</a10:updated>"));

    // Then
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T10:30:00Z"));
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
    assertThat(copy.lifecycle().change()).isEqualTo(Change.UPDATE);
  }

  @Test
  void aDateThatHasNotComeYetDatesNoVersion() throws Unreadable {
    // When
    var copy = story(feed("<title>x</title><pubDate>Sat, 21 Nov 3026 09:30:00 GMT</pubDate>"));

    // Then
    assertThat(copy.lifecycle().undated()).isTrue();
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(AllFormats.RECEIVED);
  }
}
