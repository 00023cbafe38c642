package newsroom.ingest.format.ninjs;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NinjsTests extends FormatContract {

  @Override
  protected Format format() {
    return new Ninjs(new Json(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    var json = JsonMapper.shared();
    return """
        {"uri": "urn:coastal:1", "type": "text", "versionCreated": "2026-11-21T09:30:00+01:00",
         "headlines": [{"role": "main", "value": %s}],
         "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": %s}]}
        """
        .formatted(json.writeValueAsString(escaped(headline)), json.writeValueAsString(body));
  }

  @Test
  void readsVersionThree() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "urn:coastal:1", "type": "text", "version": "7",
             "firstCreated": "2026-11-21T08:00:00Z", "versionCreated": "2026-11-21T09:30:00+0100",
             "embargoedUntil": "2026-12-01T06:00:00Z", "pubStatus": "usable", "urgency": 2, "language": "en-GB",
             "by": "Ida Holm", "slugline": "HARBOUR", "edNote": "North only", "located": "Nordhaven",
             "headlines": [{"role": "short", "value": "Harbour"}, {"role": "main", "value": "Harbour reopens"}],
             "descriptions": [{"role": "summary", "value": "Ships are back."}],
             "bodies": [{"role": "main", "contentType": "text/plain", "value": "Plain."},
                        {"role": "rich", "contentType": "text/html", "value": "<p>Rich <b>text</b>.</p>"}],
             "people": [{"name": "Ida Berg", "uri": "urn:p:1"}], "subjects": [{"name": "port", "literal": "04015001"}],
             "associations": [{"name": "gallery", "type": "picture", "descriptions": [{"value": "A crane."}],
                               "renditions": [{"name": "main", "href": "https://pictures.example/crane.jpg", "contentType": "image/jpeg"}]},
                              {"name": "featuremedia", "type": "picture", "headlines": [{"value": "A ship"}], "by": "Ola Vik",
                               "renditions": [{"name": "small", "href": "https://pictures.example/s.jpg", "width": 100, "height": 80},
                                              {"name": "large", "href": "https://pictures.example/l.jpg", "width": 1000, "height": 800}]}]}
            """);

    // Then
    assertThat(copy.guid()).isEqualTo("urn:coastal:1");
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.headlines().summary()).isEqualTo("Ships are back.");
    assertThat(copy.lifecycle().version()).isEqualTo(7);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().embargoedUntil()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Rich <b>text</b>."));
    assertThat(copy.subjects().people()).containsExactly(new Concept("urn:p:1", "Ida Berg", null));
    assertThat(copy.subjects().located()).isEqualTo(new Concept(null, "Nordhaven", null));
    assertThat(copy.pictures()).hasSize(2);
    assertThat(copy.leadPicture()).isEqualTo("picture-2");
    assertThat(copy.pictures().getLast().renditions())
        .extracting("name")
        .containsExactly("large", "small");
  }

  @Test
  void readsVersionOne() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"guid": "urn:coastal:1", "versioncreated": "2026-11-21T09:30:00+0000", "pubstatus": "canceled", "headline": "Harbour",
             "body_html": "<p>Text.</p>", "subject": [{"code": "04000000", "name": "economy", "scheme": "iptc"}],
             "associations": {"main": {"type": "picture", "renditions": {"original": {"href": "https://pictures.example/o.jpg", "mimetype": "image/jpeg"}}}}}
            """);

    // Then
    assertThat(copy.lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(copy.lifecycle().change()).isEqualTo(Change.KILL);
    assertThat(copy.subjects().subjects())
        .containsExactly(new Concept("04000000", "economy", "iptc"));
    assertThat(copy.pictures().getFirst().renditions().getFirst().name()).isEqualTo("original");
  }

  @Test
  void aStatusThatNobodyKnowsHoldsTheStory() throws Unreadable {
    assertThat(
            story("{\"uri\": \"urn:1\", \"headline\": \"x\", \"pubstatus\": \"commissioned\"}")
                .lifecycle()
                .status())
        .isEqualTo(Status.WITHHELD);
    assertThat(
            story("{\"uri\": \"urn:1\", \"headline\": \"x\", \"embargoed\": \"soon\"}")
                .lifecycle()
                .status())
        .isEqualTo(Status.WITHHELD);
  }

  @Test
  void readsListsOfItemsEachForItself() throws Unreadable {
    // Given
    var items =
        "[{\"uri\": \"urn:1\", \"headline\": \"First\"}, {\"headline\": \"No uri\"}, {\"uri\": \"urn:3\", \"body_text\": \"Third.\\n\\nMore.\"}]";

    // When
    var listed = AllFormats.formats().read(AllFormats.wire(items));
    var held = AllFormats.formats().read(AllFormats.wire("{\"items\": " + items + "}"));

    // Then
    assertThat(listed).hasSize(3).isEqualTo(held);
    assertThat(listed.get(1)).isEqualTo(new Reading.Failed("a ninjs item has no uri"));
    assertThat(listed.getLast())
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> {
              assertThat(read.copy().headlines().headline()).isEqualTo("Third.");
              assertThat(read.copy().body()).hasSize(2);
            });
  }

  @Test
  void saysWhatItReplacesAlongTheWholeChain() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"uri": "urn:3", "headline": "Harbour", "replacing": ["urn:2"],
             "revisions": [{"uri": "urn:1"}, {"uri": "urn:2", "replacing": ["urn:1"]}, {"uri": "urn:3", "replacing": ["urn:2"]}]}
            """);

    // Then
    assertThat(copy.handling().replaces()).containsExactly("urn:2", "urn:1");
    assertThat(copy.lifecycle().change()).isEqualTo(Change.UPDATE);
  }

  @Test
  void readsAnyKeyThatBeginsAsTheSchemaAllows() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"uri": "urn:1", "type": "component", "headline_main": "Harbour reopens", "description_short": "In short.",
             "body_main": "Plain.", "body_richtext": "<p>Rich.</p>", "event": [{"name": "Harbour days"}],
             "object": [{"code": "q1", "name": "Crane"}], "bylines": [{"byline": "Ida Holm"}, {"byline": "Ed", "internal": "true"}]}
            """);

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.headlines().summary()).isEqualTo("In short.");
    assertThat(copy.headlines().byline()).isEqualTo("Ida Holm");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Rich."));
    assertThat(copy.handling().type()).isEqualTo("component");
    assertThat(copy.subjects().subjects())
        .containsExactly(
            new Concept(null, "Harbour days", "event"), new Concept("q1", "Crane", "object"));
  }

  @Test
  void choosesTheWholeTextBeforeTheBriefOne() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"uri": "urn:1", "headlines": [{"role": "main", "value": "Harbour"}],
             "bodies": [{"role": "short", "contentType": "text/html", "value": "<p>Short.</p>"},
                        {"role": "main", "contentType": "text/plain", "value": "Whole."}]}
            """);

    // Then
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Whole."));
  }

  @Test
  void findsThePicturesOfAGalleryAndNoOtherStories() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"uri": "urn:1", "headline": "Harbour", "associations": {
              "story": {"type": "text", "uri": "urn:2", "headline": "Another", "renditions": {"a": {"href": "https://pictures.example/no.jpg"}}},
              "gallery": {"type": "composite", "associations": [{"type": "picture", "renditions": [{"href": "https://pictures.example/1.jpg"}]}]},
              "withheld": {"type": "picture", "pubstatus": "withheld", "renditions": {"a": {"href": "https://pictures.example/2.jpg"}}},
              "gone": null}}
            """);

    // Then
    assertThat(copy.pictures()).hasSize(1);
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
  }

  @Test
  void aTypeOfTheAgencysOwnIsASignal() throws Unreadable {
    // When
    var handling =
        story(
                "{\"uri\": \"urn:1\", \"headline\": \"x\", \"type\": \"advisory\", \"signals\": [\"sig:update\"]}")
            .handling();

    // Then
    assertThat(handling.type()).isNull();
    assertThat(handling.signals()).containsExactly("sig:update", "advisory");
  }

  @Test
  void theUniqueStoryNumberStaysWhereTheUriDoesNot() throws Unreadable {
    assertThat(
            story(
                    "{\"uri\": \"http://coast/abc1/2026-11-21/4\", \"usn\": \"abc1\", \"headline\": \"x\"}")
                .guid())
        .isEqualTo("abc1");
    assertThat(story("{\"uri\": \"urn:1\", \"usn\": \"abc1\", \"headline\": \"x\"}").guid())
        .isEqualTo("urn:1");
  }

  @Test
  void datesWithoutOffsetAreOfTheAgencysZone() throws Unreadable {
    // Given
    var unknown = Agency.unknown("coastal");
    var agency =
        new Agency(
            "coastal",
            ZoneId.of("Europe/Helsinki"),
            null,
            null,
            EmptyEmbargo.IGNORE,
            unknown.defaults(),
            unknown.meanings(),
            unknown.guids(),
            unknown.subjectCodes());
    var wire =
        AllFormats.wire(
            """
            {"uri": "urn:1", "headline": "x", "versioncreated": "2026-11-21T09:30:00", "embargoed": "2026-12-01T08:00:00"}
            """);

    // When
    var read = (Reading.Read) format().read(wire, agency).getFirst();
    var endless =
        (Reading.Read)
            format()
                .read(
                    AllFormats.wire(
                        "{\"uri\": \"urn:1\", \"headline\": \"x\", \"embargoed\": true}"),
                    agency)
                .getFirst();

    // Then
    assertThat(read.copy().lifecycle().versionCreated())
        .isEqualTo(Instant.parse("2026-11-21T07:30:00Z"));
    assertThat(read.copy().lifecycle().embargoedUntil())
        .isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
    assertThat(endless.copy().lifecycle().status()).isEqualTo(Status.USABLE);
    assertThat(
            story("{\"uri\": \"urn:1\", \"headline\": \"x\", \"embargoed\": true}")
                .lifecycle()
                .status())
        .isEqualTo(Status.WITHHELD);
  }

  @Test
  void saysWhatBreaksTheSchemaOnlyWhereTheItemCannotBeRead() throws Unreadable {
    // Given
    var wrong = "\"urgency\": \"high\", \"pubstatus\": \"usable\", \"version\": [1]";

    // Then
    assertThat(AllFormats.formats().read(AllFormats.wire("{\"uri\": \"urn:1\", " + wrong + "}")))
        .containsExactly(
            new Reading.Failed(
                "'urn:1' has neither headline nor text; urgency is 'high', version is no string"));
    assertThat(
            story("{\"uri\": \"urn:1\", \"headline\": \"x\", " + wrong + "}").lifecycle().urgency())
        .isNull();
  }

  @Test
  void brokenJsonIsUnreadable() {
    assertThatThrownBy(() -> story("{\"uri\": \"urn:1\", \"headline\": \"x\"} trailing"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("JSON is broken");
    assertThatThrownBy(() -> story("{\"uri\": " + "[".repeat(100_000)))
        .isInstanceOf(Unreadable.class);
  }
}
