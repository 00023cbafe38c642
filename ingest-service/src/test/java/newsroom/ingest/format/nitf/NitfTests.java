package newsroom.ingest.format.nitf;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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

class NitfTests extends FormatContract {

  @Override
  protected Format format() {
    return new Nitf(new Xml(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return document(
        "",
        "<doc-id id-string=\"COAST-1\"/><date.issue norm=\"20261121T093000+0100\"/>",
        headline,
        body);
  }

  private static String document(String status, String docdata, String headline, String body) {
    return """
        <nitf><head><docdata %s>%s</docdata></head><body>
          <body.head><hedline><hl1>%s</hl1></hedline></body.head>
          <body.content>%s</body.content></body></nitf>
        """
        .formatted(status, docdata, escaped(headline), body);
  }

  @Test
  void readsADocumentWithDoctypeAndHtmlEntities() throws Unreadable {
    // When
    var copy =
        story(
            """
            <!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
            <n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/" baselang="fr"><n:head>
              <n:tobject><n:tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy"/></n:tobject>
              <n:docdata management-status="usable"><n:doc-id regsrc="CW" id-string="COAST-1"/><n:du-key key="HARBOUR" version="4"/>
                <n:urgency ed-urg="3"/><n:date.issue norm="20261121T093000+0100"/><n:date.expire norm="20261201T000000Z"/>
                <n:ed-msg info="For the north only"/><n:doc.copyright holder="Coastal Wire"/>
                <n:key-list><n:keyword key="harbour"/></n:key-list>
                <n:identified-content><n:person value="p1" idsrc="cw">Ida Berg</n:person></n:identified-content></n:docdata></n:head>
            <n:body><n:body.head><n:hedline><n:hl1>Le port &eacute;tendu</n:hl1></n:hedline>
              <n:byline>By Ida Holm<n:byttl>Chief reporter</n:byttl></n:byline>
              <n:dateline><n:location>NORDHAVEN</n:location></n:dateline><n:abstract><n:p>In short.</n:p></n:abstract></n:body.head>
            <n:body.content><n:block><n:p>Un&nbsp;<n:em>grand</n:em> port.</n:p></n:block></n:body.content>
            <n:body.end><n:tagline>Ida Holm reports from the north.</n:tagline></n:body.end></n:body></n:nitf>
            """);

    // Then
    assertThat(copy.guid()).isEqualTo("COAST-1");
    assertThat(copy.headlines())
        .isEqualTo(
            new Copy.Headlines(
                "Le port étendu", "In short.", "HARBOUR", "By Ida Holm", "NORDHAVEN", null, "fr"));
    assertThat(copy.lifecycle().version()).isEqualTo(4);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().expires()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(copy.subjects().subjects())
        .containsExactly(new Concept("04000000", "Economy", "iptc-subjectcode"));
    assertThat(copy.subjects().people()).containsExactly(new Concept("p1", "Ida Berg", "cw"));
    assertThat(copy.subjects().keywords()).containsExactly("harbour");
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("Un\u00A0<em>grand</em> port."),
            new Block.Paragraph("Ida Holm reports from the north."));
  }

  @Test
  void theReleaseDateIsAnEmbargo() throws Unreadable {
    // Given
    var release = "<doc-id id-string='COAST-1'/><date.release norm='20261201T060000Z'/>";

    // When
    var released = story(document("", release, "Harbour", "<p>x</p>")).lifecycle();
    var embargoed =
        story(document("management-status='embargoed'", release, "Harbour", "<p>x</p>"))
            .lifecycle();
    var endless =
        story(document("management-status='embargoed'", "", "Harbour", "<p>x</p>")).lifecycle();
    var garbled =
        story(document("", "<date.release norm='2026-13-41'/>", "Harbour", "<p>x</p>")).lifecycle();
    var template =
        story(document("", "<date.release norm='YYYYMMDD000000-HHMM'/>", "Harbour", "<p>x</p>"))
            .lifecycle();

    // Then
    assertThat(List.of(released, embargoed))
        .allMatch(it -> it.status() == Status.USABLE)
        .allMatch(it -> Instant.parse("2026-12-01T06:00:00Z").equals(it.embargoedUntil()));
    assertThat(List.of(endless, garbled)).allMatch(it -> it.status() == Status.WITHHELD);
    assertThat(template.status()).isEqualTo(Status.USABLE);
  }

  @Test
  void aNoticeKillsTheDocumentThatItNames() throws Unreadable {
    // When
    var copy =
        story(
            document(
                "management-doc-idref='COAST-1' management-idref-status='canceled'",
                "<doc-id id-string='COAST-9'/><date.issue norm='20261121T100000Z'/>",
                "KILL Harbour",
                "<p>Editors: kill the story.</p>"));

    // Then
    assertThat(copy.guid()).isEqualTo("COAST-1");
    assertThat(copy.lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(copy.lifecycle().change()).isEqualTo(Change.KILL);
    assertThat(copy.body()).isEmpty();
  }

  @Test
  void aDocumentThatReplacesAnotherIsReadAsWell() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    document(
                        "management-status='usable' management-doc-idref='COAST-1' management-idref-status='canceled'",
                        "<doc-id id-string='COAST-2'/>",
                        "Harbour reopens",
                        "<p>Ships.</p>")));

    // Then
    assertThat(readings)
        .extracting(reading -> ((Reading.Read) reading).copy().guid())
        .containsExactly("COAST-1", "COAST-2");
  }

  @Test
  void aNoticeThatSaysNothingElseKillsAllTheSame() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    """
                    <nitf><head><docdata management-status="usable" management-doc-idref="COAST-1"
                      management-idref-status="canceled"><doc-id id-string="COAST-9"/></docdata></head>
                    <body><body.content/></body></nitf>
                    """));

    // Then
    assertThat(readings).hasSize(2);
    var kill = ((Reading.Read) readings.getFirst()).copy();
    assertThat(kill.guid()).isEqualTo("COAST-1");
    assertThat(kill.lifecycle().status()).isEqualTo(Status.CANCELED);
    assertThat(readings.getLast()).isInstanceOf(Reading.Failed.class);
  }

  @Test
  void whatANoticeWithholdsIsKilledAsItDoesNotSayWhichVersion() throws Unreadable {
    // When
    var copy =
        story(
            document(
                "management-doc-idref='COAST-1' management-idref-status='withheld'",
                "<doc-id id-string='COAST-9'/><date.issue norm='20261121T100000Z'/>",
                "HOLD Harbour",
                "<p>Editors: hold the story.</p>"));

    // Then
    assertThat(copy.guid()).isEqualTo("COAST-1");
    assertThat(copy.lifecycle().status()).isEqualTo(Status.CANCELED);
  }

  @Test
  void aCorrectionIsAVersionOfWhatItCorrects() throws Unreadable {
    // When
    var copy =
        story(
            document(
                "",
                "<doc-id id-string='COAST-2'/><correction id-string='COAST-1' info='Corrects the year'/>",
                "Harbour reopens",
                "<p>Ships.</p>"));

    // Then
    assertThat(copy.guid()).isEqualTo("COAST-1");
    assertThat(copy.lifecycle().change()).isEqualTo(Change.CORRECTION);
    assertThat(copy.lifecycle().correctionNote()).isEqualTo("Corrects the year");
  }

  @Test
  void aDocumentWithoutIdentifierIsKnownByHeadlineAndDate() throws Unreadable {
    // Given
    var issue = "<date.issue norm='20261121T100000Z'/>";

    // When
    var first = story(document("", issue, "Harbour reopens", "<p>Ships.</p>"));
    var again = story(document("", issue, "Harbour reopens", "<p>More ships.</p>"));

    // Then
    assertThat(first.guid()).startsWith("sha256:").isEqualTo(again.guid());
  }

  @Test
  void readsTablesQuotesListsAndMedia() throws Unreadable {
    // When
    var copy =
        story(
            document(
                "",
                "<doc-id id-string='COAST-1'/>",
                "Harbour reopens",
                """
                <p>Start.</p>
                <media media-type="image"><media-reference source="https://pictures.example/s.jpg" mime-type="image/jpeg" width="300" height="200" alternate-text="A ship"/>
                  <media-reference source="https://pictures.example/l.jpg" mime-type="image/jpeg" width="1200" height="800"/>
                  <media-caption><p>A ship arrives.</p></media-caption><media-producer>Ida Holm</media-producer></media>
                <bq><block><p>We are back.</p></block><credit>Port master</credit></bq>
                <ul><li>One</li><li>Two</li></ul>
                <table><caption>Ships</caption><tr><th>Day</th><th>Ships</th></tr><tr><td>Monday</td><td>12</td></tr></table>
                <hl2>Later</hl2><p>End.</p>
                """));

    // Then
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("Start."),
            new Block.Figure("picture-1"),
            new Block.Quote(List.of("We are back."), "Port master"),
            new Block.Listing(false, List.of("One", "Two")),
            new Block.Table(
                "Ships", true, List.of(List.of("Day", "Ships"), List.of("Monday", "12"))),
            new Block.Heading(2, "Later"),
            new Block.Paragraph("End."));
    assertThat(copy.pictures().getFirst().caption()).isEqualTo("A ship arrives.");
    assertThat(copy.pictures().getFirst().credit()).isEqualTo("Ida Holm");
    assertThat(copy.pictures().getFirst().altText()).isEqualTo("A ship");
    assertThat(copy.pictures().getFirst().renditions())
        .extracting("width")
        .containsExactly(1200, 300);
  }

  @Test
  void theTitleStandsInForAMissingHeadlineAndASubheadlineForTheSummary() throws Unreadable {
    // When
    var titled =
        story(
            "<nitf><head><title>Harbour reopens</title></head><body><body.head><headline><hl1>Not NITF</hl1></headline></body.head><body.content><p>Ships.</p></body.content></body></nitf>");
    var second =
        story(
            "<nitf><body><body.head><hedline><hl1>Harbour reopens</hl1><hl2>Ships are back</hl2></hedline></body.head></body></nitf>");
    var bare = story("<nitf><body><p>Ships.</p><p>More.</p></body></nitf>");

    // Then
    assertThat(titled.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(second.headlines().summary()).isEqualTo("Ships are back");
    assertThat(bare.body())
        .containsExactly(new Block.Paragraph("Ships."), new Block.Paragraph("More."));
  }

  @Test
  void aDuKeyOrdersTheVersionsOfAStory() throws Unreadable {
    // Given
    var key = "<du-key key='HARBOUR' %s/>";

    // When
    var versions =
        List.of("version='2'", "version='99'", "generation='2' version='1'", "version='1132689232'")
            .stream()
            .map(numbers -> read(document("", key.formatted(numbers), "Harbour", "<p>x</p>")))
            .toList();
    var beyond = read(document("", key.formatted("version='123456789012345678901'"), "x", ""));

    // Then
    assertThat(versions).allMatch(copy -> copy.guid().equals("HARBOUR"));
    assertThat(versions).extracting(copy -> copy.lifecycle().version()).isSorted();
    assertThat(beyond.lifecycle().version()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aDocumentThatGoesOnFromAnotherReplacesIt() throws Unreadable {
    // When
    var copy =
        story(
            document(
                    "management-status='usable' management-doc-idref='COAST-1' management-idref-status='usable'",
                    "<doc-id id-string='COAST-2'/><doc-scope scope='SHIPPING'/>",
                    "Harbour reopens",
                    "<p>Ships.</p>")
                .replace("<docdata", "<tobject tobject.type='Advisory'/><docdata"));

    // Then
    assertThat(copy.guid()).isEqualTo("COAST-2");
    assertThat(copy.handling())
        .isEqualTo(
            new Copy.Handling("text", null, List.of("Advisory", "SHIPPING"), List.of("COAST-1")));
  }

  @Test
  void datesWithoutAnOffsetAreOfTheAgencysZone() throws Unreadable {
    // Given
    var wire =
        AllFormats.wire(
            document(
                "",
                "<date.issue norm='20260709T103700'/><date.release norm='20260709T120000'/><date.expire norm='20260801'/>",
                "Harbour",
                "<p>x</p>"));

    // When
    var readings =
        format().read(wire, AllFormats.agency("Europe/Helsinki", Agency.EmptyEmbargo.HOLD));
    var lifecycle = ((Reading.Read) readings.getFirst()).copy().lifecycle();

    // Then
    assertThat(lifecycle.versionCreated()).isEqualTo(Instant.parse("2026-07-09T07:37:00Z"));
    assertThat(lifecycle.embargoedUntil()).isEqualTo(Instant.parse("2026-07-09T09:00:00Z"));
    assertThat(lifecycle.expires()).isEqualTo(Instant.parse("2026-07-31T21:00:00Z"));
  }

  @Test
  void aDateForMachinesIsNoDateline() throws Unreadable {
    // Given
    var wire = document("", "", "Harbour", "<p>x</p>");

    // When
    var shown =
        story(
            wire.replace(
                "</body.head>",
                "<dateline><location>NORDHAVEN</location> <story.date>July 9</story.date></dateline></body.head>"));
    var hidden =
        story(
            wire.replace(
                "</body.head>",
                "<dateline><story.date norm='20260709T103700Z'>20260709T103700Z</story.date></dateline></body.head>"));

    // Then
    assertThat(shown.headlines().dateline()).isEqualTo("NORDHAVEN July 9");
    assertThat(hidden.headlines().dateline()).isNull();
    assertThat(hidden.lifecycle().versionCreated())
        .isEqualTo(Instant.parse("2026-07-09T10:37:00Z"));
  }

  private static Copy read(String wire) {
    try {
      return story(wire);
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }
}
