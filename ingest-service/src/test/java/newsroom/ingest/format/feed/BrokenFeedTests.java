package newsroom.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFeedTests {

  private static final String HEAD =
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>Coastal Wire</title><link>https://coast.example/</link><language>nb</language>
      """;

  private static String item(int number) {
    return "<item><title>Ship %1$d</title><guid>coast-%1$d</guid><link>/%1$d</link><dc:creator>Ida Holm</dc:creator></item>\n"
        .formatted(number);
  }

  private static List<Reading> read(String wire) throws Unreadable {
    return AllFormats.formats().read(AllFormats.wire(wire));
  }

  private static List<String> headlines(List<Reading> readings) {
    return readings.stream()
        .map(
            reading ->
                reading instanceof Reading.Read(var copy) ? copy.headlines().headline() : "-")
        .toList();
  }

  @Test
  void aFeedThatIsCutOffGivesItsWholeEntries() throws Unreadable {
    // When
    var readings = read(HEAD + item(1) + item(2) + "<item><title>Ship 3</title><gu");

    // Then
    assertThat(headlines(readings)).containsExactly("Ship 1", "Ship 2", "-");
    assertThat(((Reading.Failed) readings.getLast()).reason()).contains("cut off");
    var first = ((Reading.Read) readings.getFirst()).copy();
    assertThat(first.rights().creditline()).isEqualTo("Coastal Wire");
    assertThat(first.headlines().language()).isEqualTo("nb");
    assertThat(first.headlines().byline()).isEqualTo("Ida Holm");
  }

  @Test
  void aFeedThatIsCutOffBetweenEntriesSaysSo() throws Unreadable {
    assertThat(headlines(read(HEAD + item(1) + item(2)))).containsExactly("Ship 1", "Ship 2", "-");
  }

  @Test
  void anEntryThatBreaksTheXmlCostsOnlyItself() throws Unreadable {
    // Given
    var broken = "<item><title>Ship <b>2</title><guid>coast-2</guid></item>";
    var open = "<item><title>Ship 4</title>";

    // When
    var readings = read(HEAD + item(1) + broken + item(3) + open + item(5) + "</channel></rss>");

    // Then
    assertThat(headlines(readings)).containsExactly("Ship 1", "-", "Ship 3", "-", "Ship 5");
  }

  @Test
  void anEntryInCdataIsNone() throws Unreadable {
    // Given
    var quoting =
        "<item><title>Ship 1</title><description><![CDATA[<item>quoted</item>]]></description></item>";

    // Then
    assertThat(headlines(read(HEAD + quoting + item(2) + "<item>")))
        .containsExactly("Ship 1", "Ship 2", "-");
  }

  @Test
  void anAtomFeedIsSavedAsWell() throws Unreadable {
    // When
    var readings =
        read(
            """
            <a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:base='https://coast.example/'><a:title>Coast</a:title>
            <a:entry><a:id>urn:1</a:id><a:title>Ship</a:title></a:entry><a:entry><a:id>urn:2
            """);

    // Then
    assertThat(headlines(readings)).containsExactly("Ship", "-");
  }

  @Test
  void nothingIsSavedOfAFeedThatDeclaresEntities() {
    // Given
    var wire =
        "<!DOCTYPE rss [<!ENTITY far SYSTEM 'file:///etc/hostname'>]>"
            + HEAD.substring(HEAD.indexOf("<rss"))
            + item(1)
            + "<item><title>&far;</title></item></channel></rss>";

    // Then
    assertThatThrownBy(() -> read(wire)).isInstanceOf(Unreadable.class).hasMessageContaining("far");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Warning: headers were sent in /srv/feed.php\n",
        "\n\n  ",
        "<br />\n<b>Notice</b>: undefined <i>index</i><br />\n",
        "<!-- cached -->\n"
      })
  void whatAServerPutsBeforeTheFeedIsPassedOver(String junk) throws Unreadable {
    assertThat(headlines(read(junk + HEAD + item(1) + "</channel></rss>")))
        .containsExactly("Ship 1");
  }

  @Test
  void signsThatShouldBeEscapedAreText() throws Unreadable {
    // Given
    var careless =
        "<item><title>Fish & chips < 3 & more &nbsp;&hellip; AT&T;</title><link>https://coast.example/?a=1&b=2</link></item>";

    // When
    var copy = ((Reading.Read) read(HEAD + careless + "</channel></rss>").getFirst()).copy();

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Fish & chips < 3 & more … AT&T;");
    assertThat(copy.guid()).isEqualTo("https://coast.example/?a=1&b=2");
  }

  @Test
  void aWebPageInPlaceOfAFeedIsCalledSo() {
    assertThatThrownBy(
            () ->
                read("<!DOCTYPE html>\n<html lang='en'><head><title>Log in</title></head></html>"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("web page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "UTF-32LE", "windows-1251", "x-windows-949"})
  void itsCharsetIsFound(String charset) throws Unreadable {
    // Given
    var title = charset.equals("windows-1251") ? "Порт открыт" : "항구 재개";
    var declared = charset.equals("x-windows-949") ? "euc-kr" : charset;
    var wire =
        "<?xml version='1.0' encoding='%s'?><rss><channel><item><title>%s</title></item></channel></rss>"
            .formatted(declared, charset.contains("UTF") ? "Åpen havn" : title);

    // When
    var bytes = wire.getBytes(Charset.forName(charset));
    var readings = AllFormats.formats().read(AllFormats.wire(bytes, null));

    // Then
    assertThat(headlines(readings)).containsExactly(charset.contains("UTF") ? "Åpen havn" : title);
  }

  @Test
  void manyBrokenEntriesTakeNoTime() throws Unreadable {
    // Given
    var broken = "<item><title>x</titl></item>".repeat(100_000);
    var start = System.nanoTime();

    // When
    var readings = read(HEAD + item(1) + broken + item(2) + "</channel></rss>");

    // Then
    assertThat(headlines(readings)).startsWith("Ship 1").hasSizeLessThan(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
