package newsroom.ingest.format.feed;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;

class AtomTests extends FormatContract {

  @Override
  protected Format format() {
    return Feeds.atom(new Xml(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return feed(
        "<id>urn:coastal:1</id><title type='text'>"
            + escaped(headline)
            + "</title><content type='xhtml'><div>"
            + body
            + "</div></content>");
  }

  @Override
  protected boolean hasWholeStory(String cut) {
    return cut.contains("</entry>");
  }

  private static String feed(String entry) {
    return """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://coast.example/news/" xml:lang="en">
          <title>Coastal Wire</title><author><name>Desk</name></author><entry>%s</entry></feed>
        """
        .formatted(entry);
  }

  @Test
  void readsAnEntryThatWasUpdated() throws Unreadable {
    // When
    var copy =
        story(
            feed(
                """
                <id>urn:coastal:1</id><title type="html">Harbour &amp;amp; &lt;b&gt;ships&lt;/b&gt;</title>
                <published>2026-11-21T08:00:00Z</published><updated>2026-11-21T09:30:00+01:00</updated>
                <summary>In short.</summary><category term="port" label="Port" scheme="urn:coast"/>
                <content type="html" xml:base="deep/">&lt;p&gt;All of &lt;a href="2"&gt;it&lt;/a&gt;.&lt;/p&gt;</content>
                <link rel="enclosure" type="image/jpeg" href="pictures/l.jpg"/>
                """));

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour & ships");
    assertThat(copy.headlines().summary()).isEqualTo("In short.");
    assertThat(copy.headlines().byline()).isEqualTo("Desk");
    assertThat(copy.headlines().language()).isEqualTo("en");
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(copy.lifecycle().change()).isEqualTo(Change.UPDATE);
    assertThat(copy.subjects().subjects()).containsExactly(new Concept(null, "Port", "urn:coast"));
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("All of <a href=\"https://coast.example/news/deep/2\">it</a>."));
    assertThat(copy.pictures().getFirst().renditions().getFirst().href())
        .isEqualTo("https://coast.example/news/pictures/l.jpg");
  }

  @Test
  void readsAnEntryAlone() throws Unreadable {
    assertThat(
            story(
                    "<entry xmlns='http://www.w3.org/2005/Atom'><id>urn:1</id><title>Harbour</title></entry>")
                .headlines()
                .headline())
        .isEqualTo("Harbour");
  }

  @Test
  void aSummaryIsTheTextWhereThereIsNoOther() throws Unreadable {
    // When
    var copy = story(feed("<title>Harbour</title><summary>In short.</summary><link href='/1'/>"));

    // Then
    assertThat(copy.guid()).isEqualTo("https://coast.example/1");
    assertThat(copy.headlines().summary()).isNull();
    assertThat(copy.body()).containsExactly(new Block.Paragraph("In short."));
  }

  @Test
  void anEntryThatTheFeedSaysIsDeletedIsKilled() throws Unreadable {
    // When
    var copy =
        story(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
              <at:deleted-entry ref="urn:coastal:1" when="2026-11-21T11:00:00Z"/></feed>
            """);

    // Then
    assertThat(copy.guid()).isEqualTo("urn:coastal:1");
    assertThat(copy.lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(copy.lifecycle().change()).isEqualTo(Change.KILL);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
  }

  @Test
  void aDraftIsWithheld() throws Unreadable {
    assertThat(
            story(
                    feed(
                        "<title>Harbour</title><app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>yes</app:draft></app:control>"))
                .lifecycle()
                .status())
        .isEqualTo(Status.WITHHELD);
  }

  @Test
  void anEntryFromAnotherFeedKeepsItsSource() throws Unreadable {
    // When
    var copy =
        story(
            feed(
                """
                <title>Harbour</title><source><title>Island Post</title><rights>Island 2026</rights>
                  <author><name>Ola Vik</name></author></source>
                """));

    // Then
    assertThat(copy.rights().creditline()).isEqualTo("Island Post");
    assertThat(copy.rights().copyrightNotice()).isEqualTo("Island 2026");
    assertThat(copy.headlines().byline()).isEqualTo("Ola Vik");
  }

  @Test
  void whatAtomCallsTextIsTextUnlessItIsPlainlyMarkup() throws Unreadable {
    assertThat(story(feed("<title>The &lt;blink&gt; tag</title>")).headlines().headline())
        .isEqualTo("The <blink> tag");
    assertThat(
            story(feed("<title>Q&amp;amp;A &lt;b&gt;now&lt;/b&gt;</title>")).headlines().headline())
        .isEqualTo("Q&A now");
    assertThat(
            story(feed("<title type='html'>The &amp;lt;blink> tag</title>")).headlines().headline())
        .isEqualTo("The <blink> tag");
  }

  @Test
  void readsBaseSixtyFour() throws Unreadable {
    // When
    var copy =
        story(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">Harbour &lt;i&gt;open&lt;/i&gt;</title>
              <modified>2026-11-21T10:00:00Z</modified><issued>2026-11-21T09:00:00</issued>
              <content type="text/html" mode="base64">PHA+U2hpcHMgYXJlIDxiPmJhY2s8L2I+LjwvcD4=</content></entry></feed>
            """);

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour open");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships are <b>back</b>."));
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
  }
}
