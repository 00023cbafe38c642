package newsroom.ingest.format.anpa1312;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.WireContract;
import org.junit.jupiter.api.Test;

class Anpa1312Tests extends WireContract {

  private static final String STORY =
      """
      \u0016\u0016\u0001W2870\u001f_coast\r
      u i\u0013\u0011 BC-HKY--Lunde-Harbour-St 1stLd-Writethru   11-22 0312\r
      \u0002^BC-HKY--Lunde-Harbour Storm, 1st Ld-Writethru,312<\r
      ^Harbour reopens as `the storm' ends<\r
      ^CP Photo LUN101, LUN102<\r
      ^(Eds: Updates with quotes. With CP Photos.)<\r
      ^By ANN HOLM=\r
      ^Coastal Press=\r
      \t   PORT LUNDE, Norway (CP) _ Ships _ forty of them _ are\r
      back, said the port's ``night watch.''\r
       \r
      \t   ___\r
      ^AT A GLANCE=\r
      \b^;W;L;Pct\u0010 \r
      \bPort\u0010 Lunde;23;13;.639\u0010 \r
      \t   Bo Lund contributed.\r
      \r
      \t   \u0003CP-WF-11-22-26 1509GMT<\r
      \r
      \u0004
      """;

  @Override
  protected Format format() {
    return new Anpa1312();
  }

  @Override
  protected String plain(String headline, String text) {
    return "\u0016\u0016\u0001W2870\u001f_coast\r\nr i\u0013\u0011 BC-EU--Harbour   11-22 0120\r\n\u0002^BC-EU--Harbour,120<\r\n^%s<\r\n\t   %s\r\n\r\n\t   \u0003CP-WF-11-22-26 1509GMT<\r\n\u0004"
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
                "Harbour reopens as ‘the storm’ ends",
                null,
                "HKY--Lunde-Harbour Storm",
                "ANN HOLM, Coastal Press",
                "PORT LUNDE, Norway",
                null,
                null));
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph(
                "PORT LUNDE, Norway (CP) — Ships — forty of them — are back, said the port's “night"
                    + " watch.”"),
            new Block.Heading(3, "AT A GLANCE"),
            new Block.Paragraph(";W;L;Pct<br>Port Lunde;23;13;.639"),
            new Block.Paragraph("Bo Lund contributed."));
    assertThat(copy.lifecycle().versionCreated()).isEqualTo("2026-11-22T15:09:00Z");
    assertThat(copy.lifecycle().urgency()).isEqualTo(3);
    assertThat(copy.lifecycle().edNote())
        .isEqualTo("CP Photo LUN101, LUN102 | Updates with quotes. With CP Photos.");
    assertThat(copy.handling().signals()).containsExactly("1st Ld-Writethru");
    assertThat(copy.subjects().subjects())
        .containsExactly(
            new Concept("i", "i", "anpa-category"), new Concept("HKY", "HKY", "anpa-slug"));
    assertThat(copy.rights().creditline()).isEqualTo("CP");
  }

  @Test
  void readsItTheSameWithoutItsControlCharacters() throws Unreadable {
    // When
    var bare = onlyCopyIn(STORY.replaceAll("[\u0001-\u0004\u0011\u0013\u0016\u001f]", ""));

    // Then
    assertThat(bare).isEqualTo(onlyCopyIn(STORY));
  }

  @Test
  void takesTheLeadsOfASlugForItsVersionsWhateverTheCycle() throws Unreadable {
    // Given
    var story =
        STORY
            .replace(" 1stLd-Writethru", "")
            .replace(", 1st Ld-Writethru", "")
            .replace("BC-", "PM-")
            .replace("W2870", "A0011");
    var second = STORY.replace("1stLd", "2ndLd").replace("1st Ld", "2nd Ld");
    var nextDay = STORY.replace("11-22", "11-23");
    var other = STORY.replace("Harbour Storm", "Harbour Storm-Glance");

    // Then
    assertThat(onlyCopyIn(story).lifecycle().version()).isEqualTo(1);
    assertThat(onlyCopyIn(STORY).lifecycle().version()).isEqualTo(2);
    assertThat(onlyCopyIn(second).lifecycle().version()).isEqualTo(3);
    assertThat(onlyCopyIn(story).guid()).isEqualTo(onlyCopyIn(STORY).guid());
    assertThat(onlyCopyIn(second).guid()).isEqualTo(onlyCopyIn(STORY).guid());
    assertThat(onlyCopyIn(nextDay).guid()).isNotEqualTo(onlyCopyIn(STORY).guid());
    assertThat(onlyCopyIn(other).guid()).isNotEqualTo(onlyCopyIn(STORY).guid());
  }

  @Test
  void anAddGoesOnFromItsStory() throws Unreadable {
    // When
    var add = onlyCopyIn(STORY.replace("1st Ld-Writethru", "1st Add"));

    // Then
    assertThat(add.guid()).isNotEqualTo(onlyCopyIn(STORY).guid());
    assertThat(add.handling().replaces()).containsExactly(onlyCopyIn(STORY).guid());
  }

  @Test
  void anAlertHasNoHeadline() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(STORY.replaceAll("(?m)^\\^(?:Harbour|CP|\\(Eds|By|Coastal|AT A).*\\r\\n", ""));

    // Then
    assertThat(copy.headlines().headline()).startsWith("PORT LUNDE, Norway (CP) — Ships");
    assertThat(copy.body()).hasSize(3);
  }

  @Test
  void readsWhatHasNoCircumflexAndItsTimeBeforeItsDate() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(
            """
            \u0001a0105COAST\u001f_port-\r
            u s\u0014\u0012 BC-Sailing-Lunde-Cup   09-12 0344\r
            \u0002BC-Sailing-Lunde-Cup\r
            Sailing: Holm claims 7th Lunde Cup+\r
                 PORT LUNDE, Norway, Dec. 9 Coastal - Ann Holm claimed her \r
            seventh cup; she is -- as ever -- late.\r
                 "Late," she said.\r
            ==Coastal\r
            \u0003CST-21:37-09-12-26\u0004\r
            """);

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Sailing: Holm claims 7th Lunde Cup");
    assertThat(copy.headlines().dateline()).isEqualTo("PORT LUNDE, Norway");
    assertThat(copy.rights().creditline()).isEqualTo("Coastal");
    assertThat(copy.lifecycle().versionCreated()).isEqualTo("2026-12-09T21:37:00Z");
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph(
                "PORT LUNDE, Norway, Dec. 9 Coastal - Ann Holm claimed her seventh cup; she is --"
                    + " as ever -- late."),
            new Block.Paragraph("&quot;Late,&quot; she said."));
  }

  @Test
  void readsEachOfSeveralMessages() throws Unreadable {
    // Given
    var second = STORY.replace("Storm", "Fire");
    var broken = "\u0001something else\r\n\u0002text\u0003\r\n\u0004";

    // When
    var readings = AllFormats.formats().read(AllFormats.wire(STORY + broken + second));

    // Then
    assertThat(readings)
        .containsExactly(
            new Reading.Read(onlyCopyIn(STORY)),
            new Reading.Failed(
                "the message that begins with 'something else' has no header of ANPA 1312"),
            new Reading.Read(onlyCopyIn(second)));
  }

  @Test
  void readsTimesOfFiling() {
    // Given
    var newYork = ZoneId.of("America/New_York");
    var times =
        Map.of(
            "AB-WF-11-13-26 1509GMT<", "2026-11-13T15:09:00Z",
            "AB-NY-11-13-26 1009EST", "2026-11-13T15:09:00Z",
            "AB-NY-07-13-26 1109", "2026-07-13T15:09:00Z",
            "ABC-21:37-09-12-26", "2026-12-10T02:37:00Z");

    // Then
    times.forEach(
        (line, time) ->
            assertThat(TimeOfFiling.of(line, newYork).at())
                .as(line)
                .isEqualTo(Instant.parse(time)));
    for (var none : List.of("", "AB-WF-13-40-26 1509GMT", "11-13-26", "soon")) {
      assertThat(TimeOfFiling.of(none, newYork).at()).as(none).isNull();
    }
  }
}
