package newsroom.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GalleyTests {

  private static final String FERRY =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:coastal:ferry" version="3">
        <itemMeta>
          <versionCreated>2026-11-20T08:15:00+01:00</versionCreated>
          <embargoed>2026-11-21T06:00:00+01:00</embargoed>
          <pubStatus qcode="stat:withheld"/>
        </itemMeta>
        <contentMeta>
          <headline>Night ferry returns</headline>
          <subject qcode="medtop:20001001"><name>ferries</name></subject>
        </contentMeta>
        <contentSet>
          <inlineXML contenttype="application/xhtml+xml">
            <html xmlns="http://www.w3.org/1999/xhtml"><body>
              <p>The night ferry <em>returns</em> in May.</p>
              <h2>Timetable</h2>
              <ul><li>Monday</li><li>Friday</li></ul>
            </body></html>
          </inlineXML>
        </contentSet>
      </newsItem>
      """;

  private static final String KEPT = "https://desk.example/pictures/ab12.jpg";

  private static ReadingRoom room;

  @BeforeAll
  static void open() {
    room = ReadingRoom.open("--newsroom.ingest.draft.language=nb");
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void aStoryHasTheFieldsOfTheSchemasArticle() {
    // When
    var story = look(FERRY).getFirst();

    // Then
    assertThat(story)
        .containsEntry("version", 3L)
        .containsEntry("versionCreated", "2026-11-20T07:15:00Z")
        .containsEntry("embargoedUntil", "2026-11-21T05:00:00Z")
        .containsEntry("pubStatus", "WITHHELD")
        .containsEntry("headline", "Night ferry returns")
        .containsEntry("language", "nb")
        .doesNotContainKey("byline");
    assertThat(story.get("uri")).asString().startsWith("urn:newsroom:story:");
    assertThat(story.get("provenance"))
        .asInstanceOf(MAP)
        .containsEntry("guid", "urn:newsml:coastal:ferry")
        .containsEntry("agency", "coastal")
        .containsEntry("received", "2026-11-22T10:00:00Z");
    assertThat(story.get("subjects"))
        .isEqualTo(
            List.of(Map.of("code", "medtop:20001001", "name", "ferries", "scheme", "medtop")));
  }

  @Test
  void aBlockOfTheBodySaysItsTypeFirst() {
    assertThat(look(FERRY).getFirst().get("body"))
        .isEqualTo(
            List.of(
                Map.of("type", "paragraph", "markup", "The night ferry <em>returns</em> in May."),
                Map.of("type", "heading", "level", 2, "markup", "Timetable"),
                Map.of("type", "listing", "ordered", false, "items", List.of("Monday", "Friday"))));
  }

  @Test
  void whatNobodyCanReadIsSpikedWithItsReason() {
    // When
    var entry = look("no format begins so").getFirst();

    // Then
    assertThat(entry).containsEntry("spiked", true).doesNotContainKey("part");
    assertThat(entry.get("reason")).asString().contains("no format begins so");
  }

  @Test
  void aBadStoryIsNamedByItsPlaceBesideTheGoodOnes() {
    // Given
    var feed =
        """
        <rss version="2.0"><channel>
          <item><guid>1</guid><title>Bridge opens</title></item>
          <item><guid>2</guid></item>
        </channel></rss>
        """;

    // When
    var entries = look(feed);

    // Then
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst()).containsEntry("headline", "Bridge opens");
    assertThat(entries.getLast()).containsEntry("part", 1).containsEntry("spiked", true);
  }

  @Test
  void aFeedWithoutAStoryIsNotSpiked() {
    assertThat(look("<rss version='2.0'><channel/></rss>"))
        .singleElement()
        .satisfies(entry -> assertThat(entry).containsEntry("spiked", false));
  }

  @Test
  void aPictureThatCameWithItsWireIsShownFromWhereItIsKept() {
    // Given
    var nitf =
        """
        <nitf><body><body.head><hedline><hl1>Bridge opens</hl1></hedline></body.head><body.content>
          <p>It opens.</p>
          <media media-type="image"><media-reference mime-type="image/jpeg" source="%s"/></media>
        </body.content></body></nitf>
        """;
    var ninjs =
        """
        {"uri": "urn:1", "headline": "Bridge opens", "associations": {"main": {"type": "picture",
         "headline": "The bridge", "renditions": {"original": {"href": "%s"}}}}}
        """;

    // Then
    for (var wire : List.of(nitf, ninjs)) {
      for (var name : List.of("bridge.jpg", "cid:b1@coastal")) {
        assertThat(look(wire(wire.formatted(name)).enclosing(Map.of(name, KEPT))).toString())
            .contains("href=" + KEPT);
        assertThat(look(wire(wire.formatted(name))).toString()).doesNotContain("href=");
      }
    }
  }

  private static List<Map<String, Object>> look(String wire) {
    return look(wire(wire));
  }

  private static List<Map<String, Object>> look(Wire wire) {
    return room.look().at(wire);
  }

  private static Wire wire(String wire) {
    return new Wire(
        "coastal", "read", null, null, wire.getBytes(UTF_8), Instant.parse("2026-11-22T10:00:00Z"));
  }
}
