package newsroom.ingest.format.apmedia;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
import newsroom.ingest.format.nitf.Nitf;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApMediaTests extends FormatContract {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  protected Format format() {
    var limits = FormatLimits.usual();
    return new ApMedia(new Json(limits), new Nitf(new Xml(limits)));
  }

  @Override
  protected String wire(String headline, String body) {
    // the bomb of the contract is declared before the wire, the spies are in the text
    var nitf =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><nitf><body><body.content><block>%s</block></body.content></body></nitf>"
            .formatted(body);
    return envelope(
        """
        "headline": %s, "renditions": {"nitf": {"href": "https://api.coast.example/1.nitf", "content": %s}}
        """
            .formatted(JSON.writeValueAsString(escaped(headline)), JSON.writeValueAsString(nitf)));
  }

  private static String envelope(String more) {
    return "{\"api_version\": \"2.1\", \"data\": {\"meta\": {}, \"item\": " + item(more) + "}}";
  }

  private static String item(String more) {
    return """
        {"uri": "https://api.coast.example/content/c0a5?qt=1", "altids": {"itemid": "c0a5", "etag": "c0a5_1a"},
         "version": 3, "type": "text", "versioncreated": "2026-11-21T08:30:00Z", "signals": ["newscontent"],
         %s}
        """
        .formatted(more);
  }

  @Test
  void readsAnItemWithItsText() throws Unreadable {
    // When
    var copy =
        story(
            envelope(
                """
                "urgency": 2, "language": "en", "firstcreated": "2026-11-21T06:00:00Z", "expires": "2026-12-21T06:00:00Z",
                "pubstatus": "usable", "ednote": "Eds: UPDATES.", "editorialtypes": ["Lead"], "profile": "Spot Development",
                "title": "Harbour", "headline": "Harbour reopens", "headline_extended": "The harbour has reopened after a week",
                "slugline": "BC-EU--Harbour, 3rd Ld-Writethru", "bylines": [{"by": "By IDA HOLM", "title": "Coastal Press"}],
                "located": "NORDHAVEN", "datelinelocation": {"city": "Nordhaven", "countryname": "Nordland"},
                "copyrightnotice": "Copyright 2026", "usageterms": ["Editorial use only."], "rightsline": "Not in Nordland.",
                "provider": "CP", "keywords": ["Harbour"],
                "subject": [{"rels": ["category"], "code": "i", "name": "i"},
                            {"rels": ["direct"], "code": "5b", "name": "Shipping", "scheme": "http://cv.coast.example/"}],
                "event": [{"name": "Harbour days"}], "person": [{"code": "86", "name": "Ida Berg", "scheme": "http://cv.coast.example/"}],
                "organisation": [{"code": "87", "name": "Northern Line"}], "place": [{"code": "88", "name": "Nordhaven"}],
                "associations": {"1": {"type": "picture", "version": 0, "headline": "A ship"}},
                "renditions": {"nitf": {"href": "https://api.coast.example/1.nitf",
                  "content": "<nitf><body><body.content><p>Ships are <b>back</b> today.</p></body.content></body></nitf>"}}
                """));

    // Then
    assertThat(copy.guid()).isEqualTo("c0a5");
    assertThat(copy.lifecycle().version()).isEqualTo(3);
    assertThat(copy.lifecycle().change()).isEqualTo(Change.UPDATE);
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-21T06:00:00Z"));
    assertThat(copy.lifecycle().expires()).isEqualTo(Instant.parse("2026-12-21T06:00:00Z"));
    assertThat(copy.handling().type()).isEqualTo("text");
    assertThat(copy.handling().signals()).containsExactly("newscontent", "Lead");
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.headlines().summary()).isEqualTo("The harbour has reopened after a week");
    assertThat(copy.headlines().byline()).isEqualTo("By IDA HOLM");
    assertThat(copy.headlines().dateline()).isEqualTo("NORDHAVEN");
    assertThat(copy.rights().usageTerms()).isEqualTo("Editorial use only. Not in Nordland.");
    assertThat(copy.subjects().located()).isEqualTo(new Concept(null, "Nordhaven, Nordland", null));
    assertThat(copy.subjects().subjects())
        .containsExactly(
            new Concept("i", "i", "category"),
            new Concept("5b", "Shipping", "http://cv.coast.example/"),
            new Concept(null, "Harbour days", "event"));
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships are <b>back</b> today."));
    assertThat(copy.pictures()).isEmpty();
  }

  @Test
  void readsAPictureWithItsCaptionAndRenditions() throws Unreadable {
    // When
    var copy =
        story(
            envelope(
                    """
                "headline": "Harbour", "description_caption": "A ship arrives. (Photo/Ola Vik)", "description_creditline": "COASTAL",
                "photographer": {"name": "Ola Vik"},
                "renditions": {"thumbnail": {"href": "https://pictures.example/t.jpg", "mimetype": "image/jpeg", "width": 125, "height": 83},
                               "main": {"href": "https://pictures.example/m.jpg", "mimetype": "image/jpeg", "width": 5000, "height": 3334},
                               "caption_nitf": {"href": "https://pictures.example/c.xml", "mimetype": "text/xml"}}
                """)
                .replace("\"type\": \"text\"", "\"type\": \"picture\""));

    // Then
    assertThat(copy.pictures()).hasSize(1);
    assertThat(copy.pictures().getFirst().caption()).startsWith("A ship arrives.");
    assertThat(copy.pictures().getFirst().credit()).isEqualTo("Ola Vik/COASTAL");
    assertThat(copy.pictures().getFirst().renditions())
        .extracting("name")
        .containsExactly("main", "thumbnail");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
    assertThat(copy.headlines().byline()).isEqualTo("Ola Vik");
  }

  @Test
  void setsAsideWhatIsNoNewsContent() throws Unreadable {
    // Given
    var daybook =
        envelope("\"headline\": \"Daybook\"").replace("[\"newscontent\"]", "[\"singlesource\"]");
    var silent =
        envelope("\"headline\": \"Daybook\"").replace("\"signals\": [\"newscontent\"],", "");

    // Then
    assertThat(AllFormats.formats().read(AllFormats.wire(daybook)))
        .containsExactly(
            new Reading.Failed(
                "'c0a5' (Daybook) is not news content: its signals are singlesource"));
    assertThat(AllFormats.formats().read(AllFormats.wire(silent)))
        .containsExactly(
            new Reading.Failed("'c0a5' (Daybook) is not news content: it has no signals"));
  }

  @Test
  void takesBackWhateverTheSignalsAre() throws Unreadable {
    // Given
    var kill =
        envelope("\"headline\": \"Harbour\", \"pubstatus\": \"canceled\"")
            .replace("[\"newscontent\"]", "[]");

    // Then
    assertThat(story(kill).lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(story(kill).lifecycle().change()).isEqualTo(Change.KILL);
  }

  @Test
  void whatTakesBackNeedsNoTextThatCanBeRead() throws Unreadable {
    for (var text : new String[] {"<nitf><body></nitf>", "<nitf><body/></nitf>"}) {
      // Given
      var renditions = ", \"renditions\": {\"nitf\": {\"content\": \"" + text + "\"}}";
      var usable = envelope("\"headline\": \"Harbour\"" + renditions);
      var killed = envelope("\"headline\": \"Harbour\", \"pubstatus\": \"canceled\"" + renditions);
      var held = envelope("\"headline\": \"Harbour\", \"pubstatus\": \"withheld\"" + renditions);

      // Then
      assertThat(AllFormats.formats().read(AllFormats.wire(usable)).getFirst())
          .isInstanceOf(Reading.Failed.class);
      assertThat(story(killed).lifecycle().status()).isEqualTo(Status.CANCELED);
      assertThat(story(held).lifecycle().status()).isEqualTo(Status.WITHHELD);
    }
  }

  @Test
  void holdsUnderEmbargo() throws Unreadable {
    // When
    var timed =
        story(
            envelope(
                "\"headline\": \"x\", \"pubstatus\": \"embargoed\", \"embargoed\": \"2026-12-01T06:00:00Z\""));
    var endless = story(envelope("\"headline\": \"x\", \"pubstatus\": \"embargoed\""));

    // Then
    assertThat(timed.lifecycle().status()).isEqualTo(Status.USABLE);
    assertThat(timed.lifecycle().embargoedUntil()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
    assertThat(endless.lifecycle().status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  void readsFeedsAndItemsAlone() throws Unreadable {
    // Given
    var item = item("\"headline\": \"Harbour\"");
    var feed =
        "{\"api_version\": \"2.1\", \"data\": {\"next_page\": \"x\", \"items\": [{\"meta\": {}, \"item\": %s}, {\"item\": %s}, 7]}}"
            .formatted(item, item.replace("newscontent", "internal"));

    // When
    var readings = AllFormats.formats().read(AllFormats.wire(feed));

    // Then
    assertThat(readings).hasSize(3);
    assertThat(readings.getFirst()).isEqualTo(new Reading.Read(story(item)));
    assertThat(readings.subList(1, 3)).allMatch(Reading.Failed.class::isInstance);
    assertThat(
            AllFormats.formats()
                .read(AllFormats.wire("{\"api_version\": \"2\", \"data\": {\"items\": []}}")))
        .isEmpty();
  }

  @Test
  void neverGoesWithoutATextThatIsThereAndBroken() throws Unreadable {
    // Given
    var broken =
        envelope(
            "\"headline\": \"Harbour\", \"renditions\": {\"nitf\": {\"content\": \"<nitf><body>\"}}");

    // When
    var readings = AllFormats.formats().read(AllFormats.wire(broken));

    // Then
    assertThat(readings)
        .singleElement()
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("'c0a5': its NITF rendition cannot be read: the XML is broken"));
  }

  @Test
  void keepsThePicturesOfTheTextApartFromThoseOfTheItem() throws Unreadable {
    // When
    var nitf =
        """
        <nitf><body><body.content><p>One.</p><media media-type="image"><media-reference source="https://pictures.example/in.jpg"/>
        <media-caption>In the text</media-caption></media><p>Two.</p></body.content></body></nitf>
        """;
    var copy =
        story(
            envelope(
                """
                "headline": "Harbour", "associations": {"1": {"type": "picture", "headline": "Beside",
                  "renditions": {"main": {"href": "https://pictures.example/beside.jpg"}}}},
                "renditions": {"nitf": {"content": %s}}
                """
                    .formatted(JSON.writeValueAsString(nitf))));

    // Then
    assertThat(copy.pictures()).extracting("caption").isEqualTo(List.of("In the text", "Beside"));
    assertThat(copy.leadPicture()).isEqualTo("picture-2");
    assertThat(copy.body()).contains(new Block.Figure("picture-1"));
  }
}
