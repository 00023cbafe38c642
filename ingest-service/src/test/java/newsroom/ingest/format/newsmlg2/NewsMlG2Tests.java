package newsroom.ingest.format.newsmlg2;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;

class NewsMlG2Tests extends FormatContract {

  @Override
  protected Format format() {
    return new NewsMlG2(new Xml(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return item("", "<headline>" + escaped(headline) + "</headline>", body);
  }

  private static String item(String itemMeta, String contentMeta, String body) {
    return """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:coastal:harbour" version="3" xml:lang="en-GB">
          <rightsInfo><copyrightHolder literal="Coastal Wire"/><usageTerms xml:lang="de">Nur Norden</usageTerms>
            <usageTerms xml:lang="en">North only</usageTerms></rightsInfo>
          <itemMeta><versionCreated>2026-11-21T09:30:00+01:00</versionCreated>%s</itemMeta>
          <contentMeta>%s</contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Page</title></head><body>%s</body></html>
          </inlineXML></contentSet>
        </newsItem>
        """
        .formatted(itemMeta, contentMeta, body);
  }

  @Test
  void readsWhatStandsAboveTheText() throws Unreadable {
    // When
    var copy =
        story(
            item(
                "<firstCreated>2026-11-21T08:00:00Z</firstCreated><edNote>Picture follows</edNote>",
                """
                <urgency>2</urgency><located qcode="city:7"><name>Nordhaven</name></located>
                <keyword>harbour</keyword><genre><name>Feature</name></genre>
                <headline role="hld:subHeadline">Second line</headline><headline xml:lang="de">Hafen offen</headline>
                <headline xml:lang="en">Harbour reopens</headline>
                <slugline separator="-">HARBOUR-REOPENS</slugline><by>By Ida Holm</by><dateline>NORDHAVEN</dateline>
                <description role="drol:summary">Ships are back.</description><creditline>Coastal</creditline>
                <subject type="cpnat:person" qcode="p:1"><name>Ida Berg</name></subject>
                <subject type="cpnat:geoArea" qcode="g:1"><name>North Coast</name></subject>
                <subject type="cpnat:organisation" literal="Port Authority"/>
                <subject type="cpnat:abstract" qcode="medtop:20000001"><name xml:lang="de">Hafen</name><name xml:lang="en">port</name></subject>
                """,
                "<p>Ships.</p>"));

    // Then
    assertThat(copy.headlines())
        .hasToString(
            "Headlines[headline=Harbour reopens, summary=Ships are back., slugline=HARBOUR-REOPENS, byline=By Ida Holm,"
                + " dateline=NORDHAVEN, genre=Feature, language=en-GB, languageDetected=false]");
    assertThat(copy.subjects().subjects())
        .containsExactly(new Concept("medtop:20000001", "port", "medtop"));
    assertThat(copy.subjects().people()).extracting(Concept::name).containsExactly("Ida Berg");
    assertThat(copy.subjects().places()).extracting(Concept::name).containsExactly("North Coast");
    assertThat(copy.subjects().organisations())
        .extracting(Concept::name)
        .containsExactly("Port Authority");
    assertThat(copy.rights().usageTerms()).isEqualTo("North only");
    assertThat(copy.lifecycle().version()).isEqualTo(3);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().urgency()).isEqualTo(2);
    assertThat(copy.lifecycle().edNote()).isEqualTo("Picture follows");
    assertThat(copy.lifecycle().status()).isEqualTo(Status.USABLE);
  }

  @Test
  void anEmbargoHoldsUntilItsTimeAndAnEmptyOneUntilFurtherNotice() throws Unreadable {
    // When
    var timed =
        story(item("<embargoed>2026-12-01T06:00:00Z</embargoed>", headline(), "<p>x</p>"))
            .lifecycle();
    var empty = story(item("<embargoed/>", headline(), "<p>x</p>")).lifecycle();

    // Then
    assertThat(timed.status()).isEqualTo(Status.USABLE);
    assertThat(timed.embargoedUntil()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
    assertThat(empty.status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  void aKillNeedsNoText() throws Unreadable {
    // When
    var copy =
        story(
            """
            <n:newsMessage xmlns:n="http://iptc.org/std/nar/2006-10-01/"><n:header><n:sent>2026-11-21T09:00:00Z</n:sent></n:header>
            <n:itemSet><n:newsItem guid="urn:coastal:harbour" version="9876543210">
              <n:itemMeta><n:pubStatus qcode="stat:canceled"/></n:itemMeta></n:newsItem></n:itemSet></n:newsMessage>
            """);

    // Then
    assertThat(copy.lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(copy.lifecycle().change()).isEqualTo(Change.KILL);
    assertThat(copy.lifecycle().version()).isEqualTo(9_876_543_210L);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void aCorrectionTellsReadersWhatWasPutRight() throws Unreadable {
    // When
    var lifecycle =
        story(
                item(
                    """
                    <signal qcode="sig:correction"/><edNote role="ednoterole:correctionshort">Corrects the year.</edNote>
                    <edNote>Desk: call port first</edNote>
                    """,
                    headline(),
                    "<p>x</p>"))
            .lifecycle();

    // Then
    assertThat(lifecycle.change()).isEqualTo(Change.CORRECTION);
    assertThat(lifecycle.correctionNote()).isEqualTo("Corrects the year.");
    assertThat(lifecycle.edNote()).isEqualTo("Desk: call port first");
  }

  @Test
  void readsNitfAndPicturesWithinAnItem() throws Unreadable {
    // When
    var copy =
        story(
            """
            <newsItem guid="urn:coastal:harbour"><contentSet>
              <remoteContent rendition="rnd:thumbnail" href="https://pictures.example/s.jpg" contenttype="image/jpeg" width="100" height="80"/>
              <remoteContent rendition="rnd:highRes" href="https://pictures.example/l.jpg" contenttype="image/jpeg" width="1000" height="800"/>
              <inlineXML><nitf><body><body.head><hedline><hl1>Harbour reopens</hl1></hedline></body.head>
              <body.content><p>Ships of <org>Coastal Lines</org> are back.</p></body.content></body></nitf></inlineXML>
            </contentSet></newsItem>
            """);

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.body())
        .containsExactly(new Block.Paragraph("Ships of Coastal Lines are back."));
    assertThat(copy.pictures().getFirst().renditions())
        .extracting("name")
        .containsExactly("highRes", "thumbnail");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
    assertThat(copy.lifecycle().version()).isEqualTo(1);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(AllFormats.RECEIVED);
  }

  @Test
  void theHeadOfAPageIsNotItsText() throws Unreadable {
    // When
    var copy =
        story(
            item(
                "",
                "",
                "<header><ul><li>Port</li></ul><h1>Harbour reopens</h1><p class='byline'>By Ida Holm</p></header><p>Ships are back.</p>"));

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.headlines().byline()).isEqualTo("By Ida Holm");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships are back."));
  }

  @Test
  void oneBadItemDoesNotStopTheOthers() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    """
                    <newsMessage><itemSet><packageItem guid="urn:coastal:package"/><newsItem/>
                    <newsItem guid="urn:coastal:2"><contentMeta><headline>Second</headline></contentMeta></newsItem></itemSet></newsMessage>
                    """));

    // Then
    assertThat(readings).hasSize(2);
    assertThat(readings.getFirst()).isEqualTo(new Reading.Failed("a news item has no guid"));
    assertThat(readings.getLast()).isInstanceOf(Reading.Read.class);
  }

  @Test
  void aPackageAloneIsNoStory() throws Unreadable {
    // When
    var readings =
        AllFormats.formats().read(AllFormats.wire("<packageItem guid='urn:coastal:package'/>"));

    // Then
    assertThat(readings)
        .containsExactly(
            new Reading.Failed(
                "'urn:coastal:package' is a packageItem, which is no story of its own"));
  }

  @Test
  void datesAndEmbargoesThatTheWireLeavesOpenAreReadByTheProfile() throws Unreadable {
    // Given
    var agency = AllFormats.agency("Europe/Helsinki", Agency.EmptyEmbargo.IGNORE);
    var dated =
        item("<embargoed>2026-07-30T05:00:00</embargoed>", headline(), "<p>x</p>")
            .replace("+01:00", "");

    // When
    var timed = lifecycle(dated, agency);
    var empty = lifecycle(item("<embargoed/>", headline(), "<p>x</p>"), agency);
    var garbled = lifecycle(item("<embargoed>soon</embargoed>", headline(), "<p>x</p>"), agency);

    // Then
    assertThat(timed.versionCreated()).isEqualTo(Instant.parse("2026-11-21T07:30:00Z"));
    assertThat(timed.embargoedUntil()).isEqualTo(Instant.parse("2026-07-30T02:00:00Z"));
    assertThat(empty.status()).isEqualTo(Status.USABLE);
    assertThat(garbled.status()).isEqualTo(Status.WITHHELD);
  }

  private Copy.Lifecycle lifecycle(String wire, Agency agency) throws Unreadable {
    var readings = format().read(AllFormats.wire(wire), agency);
    return ((Reading.Read) readings.getFirst()).copy().lifecycle();
  }

  @Test
  void signalsAreKeptAsWrittenAndOnlyPlainWordsMeanAChange() throws Unreadable {
    // When
    var own =
        story(
            item(
                "<signal qcode='edStat:C'/><signal uri='http://cv.example/s/atomic'/>",
                headline(),
                ""));
    var update = story(item("<signal qcode='desk:update'/>", headline(), ""));

    // Then
    assertThat(own.handling().signals()).containsExactly("edStat:C", "http://cv.example/s/atomic");
    assertThat(own.lifecycle().change()).isEqualTo(Change.NEW);
    assertThat(update.lifecycle().change()).isEqualTo(Change.UPDATE);
  }

  @Test
  void whatItTakesThePlaceOfIsReplacedAndWhatStandsBesideItIsNot() throws Unreadable {
    // When
    var copy =
        story(
            item(
                """
                <itemClass qcode="ninat:text"/><link rel="irel:previousVersion" residref="urn:coastal:harbour" version="2"/>
                <link rel="irel:evolvedFrom" residref="urn:coastal:flash"/>
                <link rel="irel:seeAlso" residref="urn:coastal:ferry"/>
                """,
                headline(),
                "<p>x</p>"));

    // Then
    assertThat(copy.handling().replaces()).containsExactly("urn:coastal:flash");
    assertThat(copy.handling().type()).isEqualTo("text");
  }

  @Test
  void ofSeveralLanguagesTheItemsIsRead() throws Unreadable {
    // When
    var copy =
        story(
            """
            <newsItem guid="urn:coastal:1" xml:lang="en"><contentMeta><headline rank="2">Second</headline>
              <headline xml:lang="de">Hafen offen</headline><headline rank="1">Harbour reopens</headline></contentMeta>
              <contentSet><inlineXML xml:lang="de"><html><body><p>Schiffe.</p></body></html></inlineXML>
              <inlineXML xml:lang="en"><html><body><p>Ships.</p></body></html></inlineXML></contentSet></newsItem>
            """);

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships."));
  }

  @Test
  void aFilmKeepsItsAddressAndPlacesTheirSurroundings() throws Unreadable {
    // When
    var copy =
        story(
            """
            <newsItem guid="urn:coastal:1"><itemMeta><itemClass qcode="ninat:video"/></itemMeta>
              <contentMeta><headline>Ships</headline><subject type="cpnat:geoArea" qcode="g:1"><name>Nordhaven</name>
                <broader type="cpnat:geoArea" qcode="g:2"><name>North Coast</name></broader></subject></contentMeta>
              <contentSet><remoteContent contenttype="video/mp4" href="https://films.example/1.mp4"/></contentSet></newsItem>
            """);

    // Then
    assertThat(copy.handling().type()).isEqualTo("video");
    assertThat(copy.body()).containsExactly(new Block.Embed("https://films.example/1.mp4", null));
    assertThat(copy.subjects().places())
        .extracting(Concept::name)
        .containsExactly("Nordhaven", "North Coast");
  }

  @Test
  void whatHoldsNoNewsSaysWhy() throws Unreadable {
    // Given
    var class1 =
        "<newsItem guid='a'><itemMeta><itemClass qcode='cinat:scheme'/></itemMeta></newsItem>";
    var data =
        "<newsItem guid='b'><contentSet><inlineXML><sports-content><sports-event/></sports-content></inlineXML></contentSet></newsItem>";
    var remote =
        "<newsItem guid='c'><contentSet><remoteContent contenttype='video/mpeg' residref='tag:1'/></contentSet></newsItem>";

    // Then
    assertThat(reason(class1))
        .isEqualTo("'a' is a news item of the class 'cinat:scheme', which is no story of its own");
    assertThat(reason(data))
        .isEqualTo(
            "'b' has neither headline nor text: its content is the data of a 'sports-content'");
    assertThat(reason(remote)).endsWith("its content lies elsewhere, at no address of the web");
    assertThat(reason("<conceptItem guid='d'/>")).contains("conceptItem", "no story of its own");
    assertThatThrownBy(() -> reason("<catalog/>")).hasMessageContaining("no story of its own");
    assertThatThrownBy(() -> reason("<contentSet/>")).hasMessageContaining("a piece of NewsML-G2");
  }

  private static String reason(String wire) throws Unreadable {
    var reading = AllFormats.formats().read(AllFormats.wire(wire)).getFirst();
    return ((Reading.Failed) reading).reason();
  }

  @Test
  void aLargeMessageCostsAsMuchPerItemAsASmallOne() throws Unreadable {
    // Given
    allocated(50);

    // When
    var small = allocated(50) / 50;
    var large = allocated(1_000) / 1_000;

    // Then
    assertThat(large).isLessThan(2 * small);
  }

  /// Memory asked for, which a busy machine does not change.
  private static long allocated(int items) throws Unreadable {
    var one = item("<signal qcode='sig:update'/>", headline(), "<p>Ships are <b>back</b>.</p>");
    var wire =
        AllFormats.wire("<newsMessage><itemSet>" + one.repeat(items) + "</itemSet></newsMessage>");
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();
    assertThat(AllFormats.formats().read(wire)).hasSize(items);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static String headline() {
    return "<headline>Harbour reopens</headline>";
  }
}
