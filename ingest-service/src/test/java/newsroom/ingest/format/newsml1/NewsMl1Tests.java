package newsroom.ingest.format.newsml1;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;

class NewsMl1Tests extends FormatContract {

  @Override
  protected Format format() {
    return new NewsMl1(new Xml(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return message(
        "<NewsLines><HeadLine>" + escaped(headline) + "</HeadLine></NewsLines>" + content(body));
  }

  static String content(String body) {
    return "<ContentItem><MediaType FormalName='Text'/><DataContent>"
        + body
        + "</DataContent></ContentItem>";
  }

  static String message(String component) {
    return message("<Status FormalName='Usable'/>", component);
  }

  static String message(String management, String component) {
    return """
        <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20261121T101500Z</DateAndTime>
          <Priority FormalName="4"/></NewsEnvelope>
        %s</NewsML>
        """
        .formatted(item("77", management, component));
  }

  private static String item(String id, String management, String component) {
    return """
        <NewsItem xml:lang="en"><Identification><NewsIdentifier>
          <ProviderId>coastal.example</ProviderId><DateId>20261121</DateId><NewsItemId>%s</NewsItemId>
          <RevisionId PreviousRevision="2" Update="N">3</RevisionId>
          <PublicIdentifier>urn:newsml:coastal.example</PublicIdentifier></NewsIdentifier></Identification>
        <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261121T090000+0100</FirstCreated>
          <ThisRevisionCreated>20261121T100000+0100</ThisRevisionCreated>%s</NewsManagement>
        <NewsComponent>%s</NewsComponent></NewsItem>
        """
        .formatted(id, management, component);
  }

  @Test
  void readsWhatStandsAboveTheTextWithNamesFromTheWiresOwnTopics() throws Unreadable {
    // When
    var copy =
        story(
            message(
                """
                <TopicSet><Topic Duid="t1"><TopicType FormalName="Company"/><FormalName Scheme="port">CL</FormalName>
                    <Description xml:lang="en" Variant="FullName">Coastal Lines</Description></Topic>
                  <Topic><TopicType FormalName="SubjectMatter"/><FormalName>04015000</FormalName>
                    <Description xml:lang="de" Variant="Name">Verkehr</Description>
                    <Description xml:lang="en" Variant="Name">transport</Description></Topic></TopicSet>
                <NewsLines><HeadLine><![CDATA[ Harbour reopens ]]></HeadLine><SubHeadLine>Ships are back.</SubHeadLine>
                  <ByLine>By Ida Holm</ByLine><DateLine>NORDHAVEN</DateLine><CreditLine>Coastal</CreditLine>
                  <CopyrightLine>Coastal Wire 2026</CopyrightLine><SlugLine>HARBOUR</SlugLine>
                  <KeywordLine>ships; port</KeywordLine>
                  <NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>Picture follows</NewsLineText></NewsLine></NewsLines>
                <RightsMetadata><Copyright><CopyrightHolder>Coastal Wire</CopyrightHolder></Copyright>
                  <UsageRights><Limitations>North only</Limitations></UsageRights></RightsMetadata>
                <DescriptiveMetadata><Language FormalName="EN"/><Genre FormalName="Feature"/>
                  <SubjectCode><SubjectMatter FormalName="04015000"/></SubjectCode>
                  <OfInterestTo FormalName="Shipping editors"/><TopicOccurrence Topic="#t1"/>
                  <Location HowPresent="Origin"><Property FormalName="City" Value="Nordhaven"/>
                    <Property FormalName="Country" Value="NRD"/></Location>
                  <Property FormalName="Keyword" Value="harbour"/></DescriptiveMetadata>
                """
                    + content("<p>Ships.</p>")));

    // Then
    assertThat(copy.guid()).isEqualTo("urn:newsml:coastal.example:20261121:77");
    assertThat(copy.headlines())
        .isEqualTo(
            new Copy.Headlines(
                "Harbour reopens",
                "Ships are back.",
                "HARBOUR",
                "By Ida Holm",
                "NORDHAVEN",
                "Feature",
                "en"));
    assertThat(copy.subjects().located()).isEqualTo(new Concept(null, "Nordhaven", "City"));
    assertThat(copy.subjects().subjects())
        .containsExactly(new Concept("04015000", "transport", "iptc-subjectcode"));
    assertThat(copy.subjects().organisations())
        .containsExactly(new Concept("CL", "Coastal Lines", "port"));
    assertThat(copy.subjects().keywords()).containsExactly("harbour", "ships", "port");
    assertThat(copy.rights())
        .isEqualTo(new Copy.Rights("Coastal", "Coastal Wire", "Coastal Wire 2026", "North only"));
    assertThat(copy.handling().signals()).containsExactly("Shipping editors");
    assertThat(copy.handling().type()).isEqualTo("text");
    assertThat(copy.lifecycle().edNote()).isEqualTo("Picture follows");
    assertThat(copy.lifecycle().version()).isEqualTo(3);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
    assertThat(copy.lifecycle().urgency()).isEqualTo(4);
  }

  @Test
  void theTextIsReadWhateverItIsWrittenIn() throws Unreadable {
    // Given
    var nitf =
        "<nitf><body><body.head><hedline><hl1>Harbour</hl1></hedline></body.head><body.content><p>Ships.</p></body.content></body></nitf>";
    var page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Ships.</p></body></html>";
    var lines = "<NewsLines><HeadLine>Harbour</HeadLine></NewsLines>";

    // Then
    for (var text :
        new String[] {nitf, page, "<p>Ships.</p>", "<![CDATA[<P>Ships.</P>]]>", "Ships."}) {
      var copy = story(message(lines + content(text)));
      assertThat(copy.body()).as(text).containsExactly(new Block.Paragraph("Ships."));
      assertThat(copy.headlines().headline()).isEqualTo("Harbour");
    }
    assertThat(story(message(content(nitf))).headlines().headline()).isEqualTo("Harbour");
    assertThat(story(message(content("<p>Ships.</p>"))).headlines().headline()).isEqualTo("Ships.");
  }

  @Test
  void nestedComponentsMakeOneStory() throws Unreadable {
    // When
    var copy =
        story(
            message(
                """
                <NewsLines><HeadLine>Harbour reopens</HeadLine></NewsLines>
                <NewsComponent><Role FormalName="Title"/>%s</NewsComponent>
                <NewsComponent><Role FormalName="Contact"/>%s</NewsComponent>
                <NewsComponent><Role FormalName="Lead"/>%s</NewsComponent>
                <NewsComponent><Role FormalName="Body"/>%s</NewsComponent>
                """
                    .formatted(
                        content("Harbour reopens"),
                        content("Call the port."),
                        content("Ships are back."),
                        content("<p>Since noon.</p>"))));

    // Then
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("Ships are back."),
            new Block.Paragraph("Since noon."),
            new Block.Paragraph("Call the port."));
  }

  @Test
  void ofEquivalentsAndOfLanguagesOneIsRead() throws Unreadable {
    // Given
    var plain = "<NewsComponent>" + content("Ships, plain.") + "</NewsComponent>";
    var nitf =
        "<NewsComponent><ContentItem><Format FormalName='NITF'/><DataContent><nitf><body><body.content><p>Ships.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>";
    var german = "<NewsComponent xml:lang='de'>" + content("Schiffe.") + "</NewsComponent>";

    // Then
    assertThat(
            story(
                    message(
                        "<NewsComponent EquivalentsList='yes'>"
                            + plain
                            + nitf
                            + "</NewsComponent>"))
                .body())
        .containsExactly(new Block.Paragraph("Ships."));
    assertThat(story(message(german + nitf)).body()).containsExactly(new Block.Paragraph("Ships."));
    assertThat(story(message(german)).body()).containsExactly(new Block.Paragraph("Schiffe."));
  }

  @Test
  void renditionsOfOnePictureAreOnePictureAndTheTextSaysWhereItStands() throws Unreadable {
    // Given
    var photo =
        """
        <NewsComponent Duid="photo0"><NewsLines><HeadLine>A ship</HeadLine><CreditLine>Ida Holm</CreditLine></NewsLines>
          <NewsComponent><Role FormalName="Caption"/>%s</NewsComponent>
          <NewsComponent><Role FormalName="Thumbnail"/><ContentItem Href="https://pictures.example/s.jpg"><MediaType FormalName="Photo"/>
            <Characteristics><Property FormalName="Width" Value="100"/></Characteristics></ContentItem></NewsComponent>
          <NewsComponent><Role FormalName="HighDef"/><ContentItem Href="https://pictures.example/l.jpg"><MediaType FormalName="Photo"/>
            <Characteristics><Property FormalName="Width" Value="1000"/></Characteristics></ContentItem></NewsComponent>
        </NewsComponent>
        <NewsComponent Duid="photo1"><ContentItem Href="https://pictures.example/2.jpg"><MimeType FormalName="image/jpeg"/></ContentItem></NewsComponent>
        """
            .formatted(content("<p>A ship arrives.</p>"));
    var text =
        "<NewsComponent>"
            + content(
                "<p>Ships.</p><media media-type='image'><media-reference data-location='#photo1' mime-type=''/></media><p>More.</p>")
            + "</NewsComponent>";

    // When
    var copy = story(message("<NewsLines><HeadLine>Harbour</HeadLine></NewsLines>" + text + photo));

    // Then
    assertThat(copy.pictures()).hasSize(2);
    assertThat(copy.pictures().getFirst().caption()).isEqualTo("A ship arrives.");
    assertThat(copy.pictures().getFirst().credit()).isEqualTo("Ida Holm");
    assertThat(copy.pictures().getFirst().renditions())
        .extracting("name")
        .containsExactly("HighDef", "Thumbnail");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("Ships."),
            new Block.Figure("picture-2"),
            new Block.Paragraph("More."));
  }

  @Test
  void eachItemOfAMessageIsAStoryAndABadOneStopsNone() throws Unreadable {
    // Given
    var usable = "<Status FormalName='usable'/>";
    var items =
        item("1", usable, content("First."))
            + "<NewsItem/>"
            + item("2", usable, "<NewsItemRef NewsItem='urn:newsml:coastal.example:20261121:1'/>")
            + item("3", usable, "").replaceAll("<NewsComponent>.*</NewsComponent>", "<Update/>")
            + item("4", usable, content("Fourth."));

    // When
    var readings =
        AllFormats.formats().read(AllFormats.wire("<NewsML><NewsEnvelope/>" + items + "</NewsML>"));

    // Then
    assertThat(readings).hasSize(5);
    assertThat(readings.get(0)).isInstanceOf(Reading.Read.class);
    assertThat(readings.get(1)).isEqualTo(new Reading.Failed("a news item has no identifier"));
    assertThat(readings.get(2).toString())
        .contains("package that only refers", "no story of its own");
    assertThat(readings.get(3).toString()).contains("changes to an earlier revision");
    assertThat(readings.get(4)).isInstanceOf(Reading.Read.class);
    assertThatThrownBy(() -> AllFormats.formats().read(AllFormats.wire("<NewsML/>")))
        .hasMessage("this NewsML 1 message holds no news item");
  }
}
