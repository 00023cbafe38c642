package newsroom.ingest.format.jsonfeed;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonFeedTests extends FormatContract {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  protected Format format() {
    return new JsonFeed(new Json(FormatLimits.usual()));
  }

  @Override
  protected String wire(String headline, String body) {
    return feed(
        "{\"id\": \"1\", \"title\": %s, \"content_html\": %s}"
            .formatted(JSON.writeValueAsString(escaped(headline)), JSON.writeValueAsString(body)));
  }

  private static String feed(String items) {
    return """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Coastal Wire", "home_page_url": "https://coast.example/",
         "feed_url": "https://coast.example/feed.json", "language": "en-GB", "authors": [{"name": "The Desk"}], "items": [%s]}
        """
        .formatted(items);
  }

  @Test
  void readsAnItem() throws Unreadable {
    // When
    var copy =
        story(
            feed(
                """
                {"id": "urn:coastal:1", "url": "/news/1", "title": "Harbour &amp; ships", "summary": "In short.",
                 "content_html": "<p>All of <a href=\\"2\\">it</a>.</p>", "content_text": "All of it.", "image": "pics/1.jpg",
                 "banner_image": "https://pictures.example/banner.jpg", "date_published": "2026-11-21T09:30:00+01:00",
                 "date_modified": "2026-11-21T10:00:00.5Z", "authors": [{"name": "Ida Holm"}, {"name": "Ola Vik"}], "tags": ["Port"],
                 "attachments": [{"url": "https://pictures.example/a.png", "mime_type": "image/png"}, {"url": "a.mp3", "mime_type": "audio/mpeg"}]}
                """));

    // Then
    assertThat(copy.guid()).isEqualTo("urn:coastal:1");
    assertThat(copy.headlines().headline()).isEqualTo("Harbour & ships");
    assertThat(copy.headlines().summary()).isEqualTo("In short.");
    assertThat(copy.headlines().byline()).isEqualTo("Ida Holm, Ola Vik");
    assertThat(copy.headlines().language()).isEqualTo("en-GB");
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(copy.lifecycle().versionCreated())
        .isEqualTo(Instant.parse("2026-11-21T10:00:00.5Z"));
    assertThat(copy.lifecycle().change()).isEqualTo(Change.UPDATE);
    assertThat(copy.rights().creditline()).isEqualTo("Coastal Wire");
    assertThat(copy.subjects().subjects()).containsExactly(new Concept(null, "Port", null));
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph("All of <a href=\"https://coast.example/news/2\">it</a>."));
    assertThat(copy.pictures())
        .extracting(picture -> picture.renditions().getFirst().href())
        .containsExactly(
            "https://coast.example/pics/1.jpg",
            "https://pictures.example/banner.jpg",
            "https://pictures.example/a.png");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
  }

  @Test
  void findsAnIdentityForEachItem() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    feed(
                        """
                        {"id": 17, "content_text": "A number."}, {"url": "/2", "content_text": "No id."},
                        {"external_url": "https://far.example/3", "content_text": "Elsewhere."}, {"content_text": "Nothing."},
                        {"id": "twice", "url": "/5", "content_text": "Five."}, {"id": "twice", "url": "/6", "content_text": "Six."}
                        """)));

    // Then
    assertThat(readings)
        .extracting(reading -> ((Reading.Read) reading).copy().guid())
        .satisfies(guids -> assertThat(guids.get(3)).startsWith("sha256:"))
        .contains(
            "17",
            "https://coast.example/2",
            "https://far.example/3",
            "https://coast.example/5",
            "https://coast.example/6");
  }

  @Test
  void versionOneHasOneAuthorAndTextMayBePlain() throws Unreadable {
    // When
    var copy =
        story(
            """
            {"version": "https://jsonfeed.org/version/1", "title": "Coast", "author": {"name": "Ida Holm"},
             "items": [{"id": "1", "content_html": "", "content_text": "First.\\n\\nSecond <b."}]}
            """);

    // Then
    assertThat(copy.headlines().byline()).isEqualTo("Ida Holm");
    assertThat(copy.lifecycle().undated()).isTrue();
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(AllFormats.RECEIVED);
    assertThat(copy.headlines().headline()).isEqualTo("First.");
    assertThat(copy.body())
        .containsExactly(new Block.Paragraph("First."), new Block.Paragraph("Second &lt;b."));
  }

  @Test
  void anEmptyFeedIsWellAndOneWithoutItemsIsNot() throws Unreadable {
    assertThat(AllFormats.formats().read(AllFormats.wire(feed("")))).isEmpty();
    assertThatThrownBy(() -> story("{\"version\": \"https://jsonfeed.org/version/1\"}"))
        .hasMessage("this JSON Feed has no list of items");
  }
}
