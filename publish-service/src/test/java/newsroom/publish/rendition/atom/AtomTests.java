package newsroom.publish.rendition.atom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.XmlRenditionContract;
import newsroom.publish.rendition.html.Html;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class AtomTests extends XmlRenditionContract {

  private final Atom atom = new Atom(new Html());

  @Override
  protected Rendition rendition() {
    return atom;
  }

  /// The text of an entry is markup in text.
  @Override
  protected String read(byte[] file) {
    var contents = document(file).getElementsByTagNameNS("*", "content");
    if (contents.getLength() == 0) {
      return super.read(file);
    }
    var inner = Jsoup.parseBodyFragment(contents.item(0).getTextContent());
    var addresses = new StringBuilder();
    inner
        .select("a, img")
        .forEach(it -> addresses.append(' ').append(it.attr("href")).append(it.attr("src")));
    return super.read(file) + " " + inner.text() + addresses;
  }

  /// ROME is a reader of feeds that others wrote.
  @Override
  protected void judge(byte[] file) {
    try {
      var feed = (Feed) new WireFeedInput().build(new StringReader(new String(file, UTF_8)));
      assertThat(feed.getId()).isNotBlank();
      assertThat(feed.getUpdated()).isNotNull();
      assertThat(feed.getEntries())
          .allSatisfy(
              entry -> {
                assertThat(entry.getId()).isNotBlank();
                assertThat(entry.getUpdated()).isNotNull();
                assertThat(entry.getContents()).hasSize(1);
              });
    } catch (FeedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected boolean hasNotes() {
    return false;
  }

  @Override
  protected boolean namesFiles() {
    return false;
  }

  @Override
  protected Pattern killed() {
    return Pattern.compile("killed");
  }

  @Test
  void aFeedHoldsWhatIsThereAndWhatWasTakenDown() {
    // Given
    var source =
        new Atom.Source(
            "urn:feed",
            "Feed",
            "https://news.example.com/",
            "https://news.example.com/feed.atom",
            null);

    // When
    var document =
        document(atom.feed(source, List.of(Fiction.page()), List.of(removal(true)), Fiction.SITE));

    // Then
    assertThat(document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry").getLength())
        .isEqualTo(1);
    var deleted =
        document.getElementsByTagNameNS("http://purl.org/atompub/tombstones/1.0", "deleted-entry");
    assertThat(deleted.item(0).getAttributes().getNamedItem("ref").getNodeValue())
        .isEqualTo(Fiction.URI_OF_IT);
  }
}
