package newsroom.ingest.format.iptc7901;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.WireContract;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;

class Iptc7901Tests extends WireContract {

  private static final String STORY =
      """
      \u0001cst0123 3 pl 64  cst 0456\r
      \r
      Norway/harbour/shipping/\r
      \u00022ND LEAD\r
      Port Lunde's harbour reopens after the storm of the century and\r
      three days of waiting\r
      By Ann Holm, Coastal =\r
      \r
      Port Lunde (cst) - Ships are back in the harbour of Port Lunde,\r
      the port authority said.\r
      \r
      "We are open," it said.\r
      \r
      * * * *\r
      The following information is not intended for publication\r
      \r
      ## Editorial contacts\r
      - Editing by: Bo Lund, +47 555 0100\r
      \r
      cst ah bl\r
      \r
      \u0003221037 GMT Nov 26\r
      \u007f\u0004
      """;

  @Override
  protected Format format() {
    return new Iptc7901();
  }

  @Override
  protected String plain(String headline, String text) {
    return "\u0001cst0123 3 pl 64  cst 0456\r\n\r\nHarbour/\r\n\u0002%s =\r\n\r\n%s\r\n\r\n\u0003221037 Nov 26\r\n\u0004"
        .formatted(headline, text);
  }

  @Test
  void readsAStory() throws Unreadable {
    // When
    var copy = onlyCopyIn(STORY);

    // Then
    assertThat(copy.headlines())
        .isEqualTo(
            new Copy.Headlines(
                "Port Lunde's harbour reopens after the storm of the century and three days of"
                    + " waiting",
                null,
                "Norway/harbour/shipping",
                "Ann Holm, Coastal",
                "Port Lunde",
                null,
                null));
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph(
                "Port Lunde (cst) - Ships are back in the harbour of Port Lunde, the port authority"
                    + " said."),
            new Block.Paragraph("&quot;We are open,&quot; it said."));
    assertThat(copy.lifecycle().versionCreated()).isEqualTo("2026-11-22T10:37:00Z");
    assertThat(copy.lifecycle().undated()).isFalse();
    assertThat(copy.lifecycle().urgency()).isEqualTo(3);
    assertThat(copy.handling().signals()).containsExactly("2ND LEAD");
    assertThat(copy.rights().creditline()).isEqualTo("cst");
    assertThat(copy.subjects().keywords()).containsExactly("Norway", "harbour", "shipping");
    assertThat(copy.subjects().subjects().getFirst().code()).isEqualTo("pl");
  }

  @Test
  void keepsFromReadersWhatIsForEditors() throws Unreadable {
    // When
    var copy = onlyCopyIn(STORY);

    // Then
    assertThat(copy.lifecycle().edNote())
        .isEqualTo("Editorial contacts | - Editing by: Bo Lund, +47 555 0100 | cst ah bl");
    assertThat(copy.body().toString()).doesNotContain("555", "Bo Lund");
  }

  @Test
  void readsItTheSameWithoutItsControlCharacters() throws Unreadable {
    // When
    var bare = onlyCopyIn(STORY.replaceAll("[\u0001-\u0004\u007f]", ""));

    // Then
    assertThat(bare).isEqualTo(onlyCopyIn(STORY));
  }

  @Test
  void takesTheLeadsOfAStoryForItsVersions() throws Unreadable {
    // Given
    var first = STORY.replace("cst0123", "cst0101").replace("2ND LEAD", "1ST LEAD");
    var third = STORY.replace("cst0123", "cst0170").replace("2ND LEAD", "REFILE\r\n3RD LEAD");
    var other = STORY.replace("Norway/harbour/", "Norway/fish/");

    // Then
    assertThat(onlyCopyIn(first).guid()).isEqualTo(onlyCopyIn(STORY).guid());
    assertThat(onlyCopyIn(third).guid()).isEqualTo(onlyCopyIn(STORY).guid());
    assertThat(onlyCopyIn(other).guid()).isNotEqualTo(onlyCopyIn(STORY).guid());
    assertThat(
            List.of(onlyCopyIn(first), onlyCopyIn(STORY), onlyCopyIn(third)).stream()
                .map(copy -> copy.lifecycle().version()))
        .containsExactly(2L, 3L, 4L);
    assertThat(onlyCopyIn(third).handling().signals())
        .containsExactly("REFILE", "3RD LEAD", "REFILE 3RD LEAD");
  }

  @Test
  void knowsAMessageByServiceNumberAndDay() throws Unreadable {
    // Given
    var story = STORY.replace("2ND LEAD\r\n", "");

    // Then
    assertThat(onlyCopyIn(story.replace("We are", "All is")).guid())
        .isEqualTo(onlyCopyIn(story).guid());
    for (var other :
        List.of(
            story.replace("cst0123", "cst0124"),
            story.replace("cst0123", "cse0123"),
            story.replace("221037", "211037"))) {
      assertThat(onlyCopyIn(other).guid()).isNotEqualTo(onlyCopyIn(story).guid());
    }
  }

  @Test
  void knowsMessagesThatAreNotNumberedByWhatTheySay() throws Unreadable {
    // Given
    var story = STORY.replace("cst0123", "cst0000").replace("2ND LEAD\r\n", "");

    // Then
    assertThat(onlyCopyIn(story).guid()).isEqualTo(onlyCopyIn(story).guid());
    assertThat(onlyCopyIn(story.replace("reopens", "closes")).guid())
        .isNotEqualTo(onlyCopyIn(story).guid());
  }

  @Test
  void readsEachOfSeveralMessages() throws Unreadable {
    // Given
    var second = STORY.replace("cst0123", "cst0124").replace("2ND LEAD\r\n", "");
    var cut = second.substring(0, second.indexOf('\u0003'));

    // When
    var readings = AllFormats.formats().read(AllFormats.wire("\u007f\r\n" + cut + STORY + second));
    var bare =
        AllFormats.formats()
            .read(AllFormats.wire((STORY + second).replaceAll("[\u0001-\u0004\u007f]", "")));

    // Then
    assertThat(readings.getFirst())
        .isEqualTo(
            new Reading.Failed(
                "the message 'cst0124 3 pl 64  cst 0456' is cut off: its text has no end"));
    assertThat(readings.subList(1, 3))
        .containsExactly(new Reading.Read(onlyCopyIn(STORY)), new Reading.Read(onlyCopyIn(second)));
    assertThat(bare).isEqualTo(readings.subList(1, 3));
  }

  @Test
  void readsMessagesInDifferentCharsets() throws Unreadable {
    // Given
    var utf8 = plain("Fähre fährt", "Die Fähre fährt.").getBytes(StandardCharsets.UTF_8);
    var latin = plain("Fähre fährt", "Die Fähre fährt.").getBytes(StandardCharsets.ISO_8859_1);
    var both = new byte[utf8.length + latin.length];
    System.arraycopy(utf8, 0, both, 0, utf8.length);
    System.arraycopy(latin, 0, both, utf8.length, latin.length);

    // Then
    assertThat(AllFormats.formats().read(AllFormats.wire(both, null)))
        .extracting(reading -> ((Reading.Read) reading).copy().headlines().headline())
        .containsExactly("Fähre fährt", "Fähre fährt");
  }

  @Test
  void readsTimesInTheAgencysZoneAndLanguage() {
    // Given
    var oslo = ZoneId.of("Europe/Oslo");
    var received = Instant.parse("2026-03-01T00:30:00Z");
    var times =
        Map.of(
            "010131", "2026-03-01T00:31:00Z",
            "282350", "2026-02-28T22:50:00Z",
            "311200", "2026-01-31T11:00:00Z",
            "281200 GMT", "2026-02-28T12:00:00Z",
            "241200 dez 25", "2025-12-24T11:00:00Z",
            "241200 déc", "2025-12-24T11:00:00Z",
            "240900 FEB 26", "2026-02-24T08:00:00Z");

    // Then
    times.forEach(
        (line, time) ->
            assertThat(TimeOfFiling.of(line, oslo, received).at())
                .as(line)
                .isEqualTo(Instant.parse(time)));
    assertThat(TimeOfFiling.of("329999", oslo, received).at()).isNull();
    assertThat(TimeOfFiling.of("", oslo, received).at()).isNull();
  }

  @Test
  void isUndatedWhereItsTimeIsNone() throws Unreadable {
    // When
    var copy = onlyCopyIn(STORY.replace("221037 GMT Nov 26", "991037 GMT Nov 26"));

    // Then
    assertThat(copy.lifecycle().undated()).isTrue();
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(AllFormats.RECEIVED);
  }

  @Test
  void keepsTablesListsAndColumns() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(
            plain(
                "Results",
                """
                First division:
                | Lunde   | - | Holm  | 2:1 |
                | Sandvik | - | Berge | 0:0 |

                - one
                - two
                  and a half

                ## Table
                Lunde      12   3
                Holm        9   4"""));

    // Then
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("First division:"),
            new Block.Table(
                null,
                false,
                List.of(
                    List.of("Lunde", "-", "Holm", "2:1"), List.of("Sandvik", "-", "Berge", "0:0"))),
            new Block.Listing(false, List.of("one", "two and a half")),
            new Block.Heading(3, "Table"),
            new Block.Paragraph(
                "Lunde\u00A0 \u00A0 \u00A0 12\u00A0  3<br>Holm\u00A0 \u00A0 \u00A0 \u00A0 9\u00A0  4"));
  }

  @Test
  void readsUndeclaredBytesInTheAgencysCharset() throws Unreadable {
    // Given
    var bytes =
        plain("Łódź reopens", "Ships are back.")
            .getBytes(java.nio.charset.Charset.forName("iso-8859-2"));
    var unknown = Agency.unknown("coastal");
    var agency =
        new Agency(
            "coastal",
            unknown.zone(),
            null,
            "iso-8859-2",
            unknown.emptyEmbargo(),
            unknown.defaults(),
            unknown.meanings(),
            unknown.guids(),
            unknown.subjectCodes());

    // When
    var reading =
        format()
            .read(new Wire("coastal", "http", null, null, bytes, AllFormats.RECEIVED), agency)
            .getFirst();

    // Then
    assertThat(((Reading.Read) reading).copy().headlines().headline()).isEqualTo("Łódź reopens");
  }
}
