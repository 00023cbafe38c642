package newsroom.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.agency.CopyTaster;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.newsmlg2.NewsMlG2;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.language.Languages;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;

class ReaderTests {

  private static final String WIRE =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:stt.fi:20261122:1" version="1" xml:lang="fi">
        <itemMeta><versionCreated>2026-11-22T12:00:00</versionCreated></itemMeta>
        <contentMeta><headline>Satama avataan</headline></contentMeta>
      </newsItem>
      """;

  private final Agencies agencies = new Agencies();
  private final Reader reader =
      new Reader(
          new Formats(
              List.of(new NewsMlG2(new Xml(FormatLimits.usual()))), agencies, FormatLimits.usual()),
          new CopyTaster(agencies, new Languages()),
          agencies);

  @Test
  void aWireUnderANameWithoutProfileIsReadByTheProfileWhoseGuidsItCarries() throws Unreadable {
    assertThat(copy("finland").lifecycle().versionCreated())
        .isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void theProfileOfTheNameThatAWireCameInUnderGoesFirst() throws Unreadable {
    assertThat(copy("pa").lifecycle().versionCreated())
        .isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
  }

  private Copy copy(String agency) throws Unreadable {
    var bytes = WIRE.getBytes(StandardCharsets.UTF_8);
    var wire = new Wire(agency, "http", null, null, bytes, Instant.parse("2026-11-22T12:00:01Z"));
    return ((Reading.Read) reader.read(wire).getFirst()).copy();
  }
}
