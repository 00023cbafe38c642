package newsroom.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;

class FeedIdentityTests {

  private static List<String> guids(String items) throws Unreadable {
    var wire =
        "<rss><channel><title>Coast</title><link>https://coast.example/</link>"
            + items
            + "</channel></rss>";
    return AllFormats.formats().read(AllFormats.wire(wire)).stream()
        .map(reading -> ((Reading.Read) reading).copy().guid())
        .toList();
  }

  private static String item(String guid, String link, String title) {
    return "<item>%s%s<title>%s</title></item>"
        .formatted(
            guid.isEmpty() ? "" : "<guid isPermaLink='false'>" + guid + "</guid>",
            link.isEmpty() ? "" : "<link>" + link + "</link>",
            title);
  }

  @Test
  void aGuidThatStandsOnSeveralPagesIdentifiesNone() throws Unreadable {
    assertThat(
            guids(
                item("0", "https://coast.example/1", "One")
                    + item("0", "https://coast.example/2", "Two")
                    + item("7", "https://coast.example/3", "Three")))
        .containsExactly("https://coast.example/1", "https://coast.example/2", "7");
  }

  @Test
  void aGuidTwiceOnOnePageIsOneStory() throws Unreadable {
    assertThat(
            guids(
                item("7", "https://coast.example/1", "One")
                    + item("7", "https://coast.example/1", "One, more")))
        .containsExactly("7", "7");
  }

  @Test
  void aLinkUnderSeveralTitlesOrToTheFeedsOwnPageIdentifiesNone() throws Unreadable {
    // When
    var guids =
        guids(
            item("", "https://coast.example/live", "One")
                + item("", "https://coast.example/live", "Two")
                + item("", "https://coast.example/", "Three"));

    // Then
    assertThat(guids).allMatch(guid -> guid.startsWith("sha256:")).doesNotHaveDuplicates();
  }

  @Test
  void aGuidThatIsAnAddressIsTheLinkUnlessItSaysNo() throws Unreadable {
    assertThat(
            guids(
                "<item><guid>https://coast.example/1</guid><title>One</title></item>"
                    + "<item rdf:about='https://coast.example/2'><title>Two</title></item>"))
        .containsExactly("https://coast.example/1", "https://coast.example/2");
  }
}
