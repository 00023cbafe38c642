package newsroom.ingest.format.newsml1;

import static newsroom.ingest.format.AllFormats.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import org.junit.jupiter.api.Test;

class ManagementTests {

  private static final Agency COASTAL =
      AllFormats.agency("Europe/Helsinki", Agency.EmptyEmbargo.IGNORE);

  private static Copy read(String management, Agency agency) throws Unreadable {
    var text =
        "<NewsLines><HeadLine>Harbour</HeadLine></NewsLines>" + NewsMl1Tests.content("Ships.");
    var wire = AllFormats.wire(NewsMl1Tests.message(management, text));
    var reading = new NewsMl1(new Xml(FormatLimits.usual())).read(wire, agency).getFirst();
    return ((Reading.Read) reading).copy();
  }

  private static Copy read(String management) throws Unreadable {
    return read(management, Agency.unknown("coastal"));
  }

  @Test
  void aStatusThatWillBecomeUsableIsAnEmbargoAndOneThatWillCeaseAnExpiry() throws Unreadable {
    // Given
    var change =
        "<StatusWillChange><FutureStatus FormalName='%s'/><DateAndTime>20261201T060000Z</DateAndTime></StatusWillChange>";

    // When
    var embargoed =
        read("<Status FormalName='EMBARGOED'/>" + change.formatted("Usable")).lifecycle();
    var withheld = read("<Status FormalName='Withheld'/>" + change.formatted("Usable")).lifecycle();
    var expiring = read("<Status FormalName='usable'/>" + change.formatted("Canceled")).lifecycle();

    // Then
    assertThat(List.of(embargoed, withheld))
        .allMatch(it -> it.status() == Status.USABLE)
        .allMatch(it -> Instant.parse("2026-12-01T06:00:00Z").equals(it.embargoedUntil()));
    assertThat(expiring.status()).isEqualTo(Status.USABLE);
    assertThat(expiring.embargoedUntil()).isNull();
    assertThat(expiring.expires()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
  }

  @Test
  void anEmbargoWithoutAnEndMeansWhatTheProfileSays() throws Unreadable {
    // Given
    var embargo = "<Status FormalName='Embargoed'/>";

    // Then
    assertThat(read(embargo).lifecycle().status()).isEqualTo(Status.WITHHELD);
    assertThat(read(embargo, COASTAL).lifecycle().status()).isEqualTo(Status.USABLE);
    assertThat(read("<Status FormalName='Withheld'/>", COASTAL).lifecycle().status())
        .isEqualTo(Status.WITHHELD);
  }

  @Test
  void instructionsAreSignalsAndSomeOfThemMakeACorrectionOrAKill() throws Unreadable {
    // Given
    var usable = "<Status FormalName='Usable'/>";

    // When
    var revised = read(usable);
    var rectified = read(usable + "<Instruction FormalName='Rectify'/>");
    var recalled =
        read(
            usable
                + "<Instruction FormalName='Resend'><RevisionStatus Revision='2'><Status FormalName='Canceled'/></RevisionStatus></Instruction>");
    var deleted = read(usable + "<Instruction FormalName='Delete'/>");
    var canceled = read("<Status FormalName='CANCELED'/>");

    // Then
    assertThat(revised.lifecycle().change()).isEqualTo(Change.UPDATE);
    assertThat(rectified.lifecycle().change()).isEqualTo(Change.CORRECTION);
    assertThat(rectified.handling().signals()).containsExactly("Rectify");
    assertThat(recalled.lifecycle().change()).isEqualTo(Change.CORRECTION);
    assertThat(List.of(deleted, canceled))
        .allMatch(it -> it.lifecycle().status() == Status.CANCELED)
        .allMatch(it -> it.lifecycle().change() == Change.KILL);
  }

  @Test
  void anItemThatItContinuesIsReplacedAndOneBesideItIsNot() throws Unreadable {
    // When
    var copy =
        read(
            """
            <Status FormalName='Usable'/><AssociatedWith FormalName='Photo' NewsItem='urn:newsml:coastal.example:20261121:5'/>
            <AssociatedWith NewsItem='urn:newsml:coastal.example:20261121:6'/>
            <AssociatedWith FormalName='PreviousVersion' NewsItem='urn:newsml:coastal.example:20261120:7:4N'/>
            """);

    // Then
    assertThat(copy.handling().replaces()).containsExactly("urn:newsml:coastal.example:20261120:7");
  }

  @Test
  void datesWithoutAnOffsetAreOfTheAgencysZone() throws Unreadable {
    // When
    var wire =
        AllFormats.wire(
            NewsMl1Tests.message("<Status FormalName='Usable'/>", NewsMl1Tests.content("Ships."))
                .replace("+0100", ""));
    var readings = new NewsMl1(new Xml(FormatLimits.usual())).read(wire, COASTAL);

    // Then
    assertThat(((Reading.Read) readings.getFirst()).copy().lifecycle().versionCreated())
        .isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
  }

  @Test
  void anUndatedItemHasTheDateOfItsEnvelopeElseOfItsArrival() throws Unreadable {
    // Given
    var item =
        "<NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:coastal.example:20261121:9:2U</PublicIdentifier></NewsIdentifier></Identification><NewsComponent>"
            + NewsMl1Tests.content("Ships.")
            + "</NewsComponent></NewsItem>";
    var sent = "<NewsEnvelope><DateAndTime>20261121T101500Z</DateAndTime></NewsEnvelope>";

    // When
    var dated = AllFormats.story("<NewsML>" + sent + item + "</NewsML>");
    var undated = AllFormats.story("<NewsML>" + item + "</NewsML>");

    // Then
    assertThat(dated.guid()).isEqualTo("urn:newsml:coastal.example:20261121:9");
    assertThat(dated.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T10:15:00Z"));
    assertThat(dated.lifecycle().undated()).isFalse();
    assertThat(undated.lifecycle().versionCreated()).isEqualTo(RECEIVED);
    assertThat(undated.lifecycle().undated()).isTrue();
  }
}
