package newsroom.ingest.format.feed;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressTests {

  private static String export(String status, String more) {
    return """
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Coast</title>
          <wp:author><wp:author_login>iholm</wp:author_login><wp:author_display_name>Ida Holm</wp:author_display_name></wp:author>
          <item><title>Harbour reopens</title><link>https://coast.example/harbour/</link><pubDate>Sat, 21 Nov 2026 09:30:00 +0000</pubDate>
            <dc:creator>iholm</dc:creator><guid isPermaLink="false">https://coast.example/?p=7</guid><description></description>
            <content:encoded><![CDATA[%s]]></content:encoded><excerpt:encoded>In short.</excerpt:encoded>
            <wp:post_id>7</wp:post_id><wp:post_date_gmt>2026-11-21 09:30:00</wp:post_date_gmt><wp:post_modified_gmt>2026-11-21 10:00:00</wp:post_modified_gmt>
            <wp:status>%s</wp:status><wp:post_type>post</wp:post_type>
            <category domain="category" nicename="port">Port</category><category domain="post_tag" nicename="ships">Ships</category>
            <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item>
          <item><title>harbour.jpg</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
            <wp:attachment_url>https://coast.example/harbour.jpg</wp:attachment_url></item>
        </channel></rss>
        """
        .formatted(more, status);
  }

  @Test
  void readsAPostWithItsPictureAndItsAuthorsName() throws Unreadable {
    // When
    var wire =
        export(
            "publish",
            "Ships are back.\nSince noon.\n\n[caption id='x']<img src='/a.jpg'/> The port[/caption]\n\n<ul>\n<li>One</li>\n</ul>");
    var copy = story(wire);

    // Then
    assertThat(AllFormats.formats().read(AllFormats.wire(wire))).hasSize(1);
    assertThat(copy.guid()).isEqualTo("https://coast.example/?p=7");
    assertThat(copy.headlines().byline()).isEqualTo("Ida Holm");
    assertThat(copy.headlines().summary()).isEqualTo("In short.");
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(copy.lifecycle().change()).isEqualTo(Change.UPDATE);
    assertThat(copy.subjects().subjects()).containsExactly(new Concept(null, "Port", null));
    assertThat(copy.subjects().keywords()).containsExactly("Ships");
    assertThat(copy.leadPicture()).isEqualTo("picture-1");
    assertThat(copy.pictures().getFirst().renditions().getFirst().href())
        .isEqualTo("https://coast.example/harbour.jpg");
    assertThat(copy.body())
        .first()
        .isEqualTo(new Block.Paragraph("Ships are back.<br>Since noon."));
    assertThat(copy.body()).hasAtLeastOneElementOfType(Block.Listing.class);
  }

  @ParameterizedTest
  @CsvSource({
    "publish, USABLE",
    "draft, WITHHELD",
    "pending, WITHHELD",
    "private, WITHHELD",
    "auto-draft, WITHHELD",
    "future, USABLE",
    "trash, CANCELED"
  })
  void itsStatusIsKept(String status, Status expected) throws Unreadable {
    // When
    var copy = story(export(status, "<p>Ships are back.</p>"));

    // Then
    assertThat(copy.lifecycle().status()).isEqualTo(expected);
    assertThat(copy.lifecycle().embargoedUntil())
        .isEqualTo(status.equals("future") ? Instant.parse("2026-11-21T09:30:00Z") : null);
  }

  @Test
  void aPostBehindAPasswordIsWithheld() throws Unreadable {
    assertThat(
            story(
                    export("publish", "<p>Ships.</p>")
                        .replace(
                            "<wp:status>", "<wp:post_password>x</wp:post_password><wp:status>"))
                .lifecycle()
                .status())
        .isEqualTo(Status.WITHHELD);
  }
}
