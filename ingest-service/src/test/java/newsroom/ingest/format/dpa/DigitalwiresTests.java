package newsroom.ingest.format.dpa;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

class DigitalwiresTests extends FormatContract {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  protected Format format() {
    return new Digitalwires(new Json(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return entry(
        "\"headline\": %s, \"article_html\": %s"
            .formatted(
                JSON.writeValueAsString(escaped(headline)),
                JSON.writeValueAsString("<section class=\"main\">" + body + "</section>")));
  }

  private static String entry(String more) {
    return """
        {"format": "digitalwires@0.9.1", "type": "composite", "entry_id": "e1", "updated": "2026-11-21T08:31:00Z",
         "urn": "urn:newsml:coast.example:1", "version_created": "2026-11-21T09:30:00+01:00", "version": 2,
         "pubstatus": "usable", "language": "de", "urgency": 3, %s}
        """
        .formatted(more);
  }

  @Test
  void readsAnEntry() throws Unreadable {
    // When
    var copy =
        story(
            entry(
                """
                "signal": "sig:correction", "embargoed": "2026-12-01T06:00:00+01:00",
                "kicker": "Schifffahrt", "headline": "Hafen wieder offen", "teaser": "Die Schiffe kehren zurück.",
                "byline": "Von Ida Holm", "dateline": "Nordhaven (cst) - ", "creditline": "cst",
                "article_html": "<section><p><span class=\\"dateline\\">Nordhaven (cst) - </span>Die Schiffe sind <b>da</b>.</p><dnl-youtubeembed src=\\"https://video.example/1\\"></dnl-youtubeembed></section>",
                "infobox_html": "<section><h2>Zahlen</h2><p>Drei Schiffe.</p></section>",
                "ednotes": [{"role": "dpaednoterole:editorialnote", "ednote": "Bild folgt", "is_publishable": true},
                            {"role": "dpaednoterole:correction", "ednote": "Im zweiten Absatz", "is_publishable": true},
                            {"role": "dpaednoterole:correctionshort", "ednote": "Uhrzeit berichtigt", "is_publishable": true}],
                "categories": [{"type": "dnltype:signal", "name": "correction", "qcode": "sig:correction"},
                               {"type": "dnltype:dpasubject", "name": "Handel", "qcode": "dpasubject:2", "rank": 2},
                               {"type": "dpatype:dpasubject", "name": "Hafen", "qcode": "medtop:20000337", "rank": 1},
                               {"type": "dnltype:geosubject", "name": "Nordland", "qcode": "dpacountry:7", "rank": 1},
                               {"type": "dnltype:keyword", "name": "Fähre", "qcode": null, "rank": 1},
                               {"type": "dnltype:genre", "name": "Meldung", "qcode": "dpatextgenre:1"}],
                "associations": [{"type": "image", "rank": 2, "is_featureimage": true, "caption": "Ein Schiff", "creditline": "Ola Vik/cst",
                                  "renditions": [{"size": 2048, "width": 2048, "height": 1365, "mimetype": "image/jpeg", "url": "https://pictures.example/2.jpeg"}]},
                                 {"type": "image", "rank": 1, "is_featureimage": false, "caption": "Ein Kran",
                                  "renditions": [{"mimetype": "image/jpeg", "url": "https://pictures.example/1.jpeg"}]},
                                 {"type": "audio", "rank": 3, "renditions": [{"mimetype": "audio/mp3", "url": "https://sound.example/1.mp3"}]}]
                """));

    // Then
    assertThat(copy.guid()).isEqualTo("urn:newsml:coast.example:1");
    assertThat(copy.lifecycle().version()).isEqualTo(2);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().embargoedUntil()).isEqualTo(Instant.parse("2026-12-01T05:00:00Z"));
    assertThat(copy.lifecycle().change()).isEqualTo(Change.CORRECTION);
    assertThat(copy.lifecycle().correctionNote()).isEqualTo("Uhrzeit berichtigt");
    assertThat(copy.lifecycle().edNote()).startsWith("Bild folgt | ");
    assertThat(copy.handling().signals()).containsExactly("sig:correction");
    assertThat(copy.handling().type()).isEqualTo("text");
    assertThat(copy.headlines().summary()).isEqualTo("Die Schiffe kehren zurück.");
    assertThat(copy.headlines().slugline()).isEqualTo("Schifffahrt");
    assertThat(copy.headlines().dateline()).isEqualTo("Nordhaven (cst)");
    assertThat(copy.headlines().genre()).isEqualTo("Meldung");
    assertThat(copy.subjects().subjects())
        .containsExactly(
            new Concept("medtop:20000337", "Hafen", "medtop"),
            new Concept("dpasubject:2", "Handel", "dpasubject"));
    assertThat(copy.subjects().places())
        .containsExactly(new Concept("dpacountry:7", "Nordland", "dpacountry"));
    assertThat(copy.subjects().keywords()).containsExactly("Fähre");
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("Die Schiffe sind <b>da</b>."),
            new Block.Embed("https://video.example/1", null),
            new Block.Heading(2, "Zahlen"),
            new Block.Paragraph("Drei Schiffe."));
    assertThat(copy.pictures()).extracting("caption").containsExactly("Ein Kran", "Ein Schiff");
    assertThat(copy.leadPicture()).isEqualTo("picture-2");
  }

  @Test
  void anEntryWithoutTextIsWhatGoesWithIt() throws Unreadable {
    // When
    var copy =
        story(
            entry(
                """
                "headline": "Kran im Hafen", "article_html": null, "descriptions": [{"role": "drol:caption", "description": "Ein Kran."}],
                "associations": [{"type": "image", "renditions": [{"url": "https://pictures.example/1.jpeg"}]}]
                """));

    // Then
    assertThat(copy.handling().type()).isEqualTo("picture");
    assertThat(copy.headlines().summary()).isEqualTo("Ein Kran.");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
  }

  @Test
  void aCanceledEntryIsAKill() throws Unreadable {
    // When
    var kill = story(entry("\"headline\": null").replace("\"usable\"", "\"canceled\""));

    // Then
    assertThat(kill.lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(kill.lifecycle().change()).isEqualTo(Change.KILL);
  }

  @Test
  void readsWhatTheQueueHandsOut() throws Unreadable {
    // Given
    var good = entry("\"headline\": \"Hafen\"");
    var queue = "{\"entries\": [%s, {\"headline\": \"Ohne urn\"}]}".formatted(good);

    // When
    var readings = AllFormats.formats().read(AllFormats.wire(queue));

    // Then
    assertThat(readings)
        .containsExactly(
            new Reading.Read(story(good)), new Reading.Failed("a digitalwires entry has no urn"));
  }
}
