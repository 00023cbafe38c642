package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import newsroom.ingest.agency.Agencies;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FormatsTests {

  private static final String NITF =
      "<nitf><body><body.head><hedline><hl1>Harbour</hl1></hedline></body.head></body></nitf>";

  private final Formats formats = AllFormats.formats();

  @Test
  void saysWhatAWireBeginsWithThatNoFormatReads() {
    assertThatThrownBy(() -> formats.read(AllFormats.wire("  <html><body>Not found</body></html>")))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("this is a web page and no wire");
    assertThatThrownBy(() -> formats.read(AllFormats.wire("<menu><dish>Cod</dish></menu>")))
        .hasMessage(
            "this wire begins with '<menu', which is none of "
                + AllFormats.names().collect(Collectors.joining(", ")));
    assertThatThrownBy(() -> formats.read(AllFormats.wire("zczc abc123\n\nharbour reopens")))
        .hasMessageStartingWith("this wire begins with 'zczc abc123 harbour reopens'");
    assertThatThrownBy(() -> formats.read(AllFormats.wire(" \n"))).hasMessage("this wire is empty");
  }

  @Test
  void saysWhichJsonItKnowsWhereAWireIsNoneOfIt() {
    assertThatThrownBy(() -> formats.read(AllFormats.wire("{\"fixtures\": [{\"goals\": 1}]}")))
        .isInstanceOf(Unreadable.class)
        .hasMessage(
            "this wire is JSON that is none of ap-media, dpa-digitalwires, json-feed, ninjs:"
                + " its keys are 'fixtures'");
    assertThatThrownBy(() -> formats.read(AllFormats.wire("{}")))
        .hasMessageEndingWith("it has no keys");
    assertThatThrownBy(() -> formats.read(AllFormats.wire("[1]")))
        .hasMessageContaining("which is none of");
  }

  @Test
  void saysWhatAWireIsThatIsNoNews() {
    // Given
    var picture = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F'};

    // Then
    assertThatThrownBy(() -> formats.read(AllFormats.wire(picture, null)))
        .hasMessageStartingWith("this wire is a JPEG picture, which is none of");
    assertThatThrownBy(() -> formats.read(AllFormats.wire("BEGIN:VCALENDAR\nEND:VCALENDAR")))
        .hasMessageStartingWith("this wire is a calendar (iCalendar), which is none of");
    assertThatThrownBy(() -> formats.read(AllFormats.wire("<sports-content/>")))
        .hasMessageStartingWith("this wire begins with '<sports-content', SportsML");
  }

  @Test
  void unpacksGzip() throws IOException, Unreadable {
    // Given
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(NITF.getBytes(StandardCharsets.UTF_8));
    }

    // Then
    assertThat(formats.read(AllFormats.wire(packed.toByteArray(), null)))
        .isEqualTo(formats.read(AllFormats.wire(NITF)));
    assertThatThrownBy(() -> formats.read(AllFormats.wire(new byte[] {0x1f, (byte) 0x8b, 1}, null)))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void readsNothingLargerThanItMay() throws IOException {
    // Given
    var small = new Formats(List.of(), new Agencies(), new FormatLimits(DataSize.ofBytes(10), 10));
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[100_000_000]);
    }

    // Then
    assertThatThrownBy(() -> small.read(AllFormats.wire("12345678901")))
        .hasMessage("this wire has 11 bytes; no more than 10 are read");
    assertThatThrownBy(() -> formats.read(AllFormats.wire(packed.toByteArray(), null)))
        .hasMessageContaining("when it is unpacked");
  }

  @Test
  void noBytesAtAllMakeItThrowAnythingElse() {
    // Given
    var random = new Random(7);
    var starts = List.of("<nitf>", "<newsItem guid='x'>", "<rss>", "<feed>", "{\"uri\":", "");

    // Then
    for (var i = 0; i < 3_000; i++) {
      var noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      var bytes = new ByteArrayOutputStream();
      bytes.writeBytes(starts.get(i % starts.size()).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(noise);
      try {
        formats.read(AllFormats.wire(bytes.toByteArray(), null));
      } catch (Unreadable e) {
        assertThat(e).message().doesNotStartWith("this wire cannot be read");
      }
    }
  }
}
