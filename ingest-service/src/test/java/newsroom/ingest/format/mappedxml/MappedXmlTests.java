package newsroom.ingest.format.mappedxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedXmlTests extends FormatContract {

  @Override
  protected Format format() {
    return new MappedXml(new Xml(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return """
    <RBNews>
      <NewsID>harbour-1</NewsID><PublishDate>2026-11-22T09:30:00</PublishDate>
      <headline>%s</headline><version>2</version>
      <content>%s</content>
    </RBNews>
    """
        .formatted(escaped(headline), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<releases><release id=\"4711\"><subject>x</subject></release></releases>",
        "<p:releases xmlns:p=\"urn:x\"><p:release id=\"4711\"/></p:releases>",
        "<queue><list><RBNews/></list></queue>",
      })
  void recognisesAStoryAnywhereWithWhateverAttributes(String wire) {
    assertThat(AllFormats.formats().recognise(AllFormats.wire(wire))).contains("mapped-xml");
  }

  @Test
  void takesNoOtherElementForAStory() {
    var other = "<list><releases.old/><RBNewsletter/><x>release</x></list>";
    assertThat(AllFormats.formats().recognise(AllFormats.wire(other))).isEmpty();
  }

  @Test
  void findsEachFieldWhereTheMappingSays() throws Unreadable {
    // When
    var copy =
        AllFormats.story(
            """
            <queue><list><RBNews>
              <NewsID>harbour-1</NewsID><PublishDate>2026-11-22T09:30:00</PublishDate>
              <strapline>HARBOUR/STRIKE</strapline><headline>Harbour reopens</headline>
              <subtitle>Ships are back&lt;br /&gt;</subtitle><town>Havneby</town><origin>/coastal/</origin>
              <version>2</version><content>&lt;p&gt;Ships are back.&lt;/p&gt;</content>
              <Priority>3</Priority><IPTCList><n>4000000</n><n>11000000</n></IPTCList>
              <replacedID>harbour-0</replacedID><Annuleret>false</Annuleret><Korrektion>true</Korrektion>
              <TilRedaktionen>&lt;p&gt;Call the desk.&lt;/p&gt;</TilRedaktionen>
            </RBNews></list></queue>
            """);

    // Then
    assertThat(copy.guid()).isEqualTo("harbour-1");
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.headlines().summary()).isEqualTo("Ships are back");
    assertThat(copy.headlines().slugline()).isEqualTo("HARBOUR/STRIKE");
    assertThat(copy.headlines().byline()).isEqualTo("/coastal/");
    assertThat(copy.lifecycle().version()).isEqualTo(2);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-22T09:30:00Z"));
    assertThat(copy.lifecycle().change()).isEqualTo(Copy.Change.CORRECTION);
    assertThat(copy.lifecycle().urgency()).isEqualTo(3);
    assertThat(copy.lifecycle().edNote()).isEqualTo("Call the desk.");
    assertThat(copy.handling().replaces()).containsExactly("harbour-0");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships are back."));
    assertThat(copy.subjects().subjects())
        .extracting(Concept::code)
        .containsExactly("iptc-subjectcode:04000000", "iptc-subjectcode:11000000");
  }

  @Test
  void killsWhatTheMappingCallsCanceled() throws Unreadable {
    // When
    var copy =
        AllFormats.story(
            "<RBNews><NewsID>harbour-1</NewsID><Annuleret>true</Annuleret><content/></RBNews>");

    // Then
    assertThat(copy.lifecycle().status()).isEqualTo(Copy.Status.CANCELED);
    assertThat(copy.lifecycle().change()).isEqualTo(Copy.Change.KILL);
    assertThat(copy.lifecycle().undated()).isTrue();
  }

  @Test
  void oneStoryWithoutGuidDoesNotStopTheOthers() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    """
                    <list><RBNews><headline>Lost</headline><content>Who am I</content></RBNews>
                    <RBNews><NewsID>harbour-2</NewsID><headline>Found</headline><content>Here.</content></RBNews></list>
                    """));

    // Then
    assertThat(readings.getFirst()).isInstanceOf(Format.Reading.Failed.class);
    assertThat(readings.getLast()).isInstanceOf(Format.Reading.Read.class);
  }

  @Test
  void readsPicturesAndDatesOfAnotherKind() throws Unreadable {
    // When
    var copy =
        AllFormats.story(
            """
            <release id="4711" lang="no">
              <body>&lt;p&gt;Ferjen går igjen.&lt;/p&gt;</body><embargo>23.11.2026 06:00</embargo>
              <publicationDate>22.11.2026 12:17</publicationDate><title>Ferjen går igjen</title>
              <images><image id="1"><url>https://pictures.example/ferry.jpg</url><caption>Ferjen</caption></image></images>
            </release>
            """);

    // Then
    assertThat(copy.guid()).isEqualTo("4711");
    assertThat(copy.headlines().language()).isEqualTo("no");
    assertThat(copy.lifecycle().embargoedUntil()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-22T12:17:00Z"));
    assertThat(copy.pictures())
        .singleElement()
        .satisfies(picture -> assertThat(picture.caption()).isEqualTo("Ferjen"));
  }

  @ParameterizedTest
  @CsvSource({"HOLD, WITHHELD", "IGNORE, USABLE"})
  void anEmbargoWithoutAnEndMeansWhatTheProfileSays(
      Agency.EmptyEmbargo emptyEmbargo, Copy.Status status) throws Unreadable {
    // Given
    var wire =
        AllFormats.wire(
            """
            <release id="4712" lang="no">
              <body>&lt;p&gt;Ferjen går igjen.&lt;/p&gt;</body><embargo>until further notice</embargo>
              <publicationDate>22.11.2026 12:17</publicationDate><title>Ferjen går igjen</title>
            </release>
            """);

    // When
    var readings =
        AllFormats.named("mapped-xml").read(wire, AllFormats.agency("UTC", emptyEmbargo));

    // Then
    assertThat(((Format.Reading.Read) readings.getFirst()).copy().lifecycle().status())
        .isEqualTo(status);
  }

  @Test
  void aMappingMayBeTheHousesOwn() {
    // When
    var own =
        Mappings.of(
            "house.yml",
            """
            coastal:
              story: item
              guid: "@id | key"
              body: text/p
            """);

    // Then
    assertThat(own.get("coastal"))
        .satisfies(
            mapping ->
                assertThat(mapping.routes().get(Field.GUID))
                    .isEqualTo(
                        List.of(new Route(List.of(), "id"), new Route(List.of("key"), null))));
  }
}
