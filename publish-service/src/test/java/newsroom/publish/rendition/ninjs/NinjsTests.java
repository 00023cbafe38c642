package newsroom.publish.rendition.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.html.Html;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NinjsTests {

  private final String text = new Ninjs(new Html()).render(Fiction.page(), Fiction.SITE);
  private final JsonNode item = JsonMapper.shared().readTree(text);

  @Test
  void namesTheStandardAndTheStory() {
    assertThat(item.path("standard").path("version").asString()).isEqualTo("3.1");
    assertThat(item.path("uri").asString()).isEqualTo(Fiction.URI_OF_IT);
    assertThat(item.path("version").asString()).isEqualTo("3");
    assertThat(item.path("pubStatus").asString()).isEqualTo("usable");
    assertThat(item.path("urgency").asInt()).isEqualTo(2);
    assertThat(item.path("altIds").path(0).path("value").asString())
        .isEqualTo("https://news.example.com/world/2026/11/22/island-ferry-returns");
  }

  @Test
  void carriesHeadlineSummaryCorrectionAndText() {
    assertThat(item.path("headlines").path(0).path("value").asString())
        .isEqualTo("First ferry in 40 days reaches Marrow Island");
    assertThat(item.path("descriptions").path(1).path("role").asString()).isEqualTo("correction");
    assertThat(item.path("bodies").path(0).path("contentType").asString()).isEqualTo("text/html");
    assertThat(item.path("bodies").path(0).path("value").asString()).contains("<em>Aurora</em>");
  }

  @Test
  void givesCodesTheirAddresses() {
    assertThat(item.path("subjects").path(0).path("uri").asString())
        .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000523");
    assertThat(item.path("places").path(0).path("literal").asString()).isEqualTo("iso3166-1a2:XX");
    assertThat(item.path("people").path(0).size()).isEqualTo(1);
  }

  @Test
  void associatesPicturesAndRelatedStories() {
    JsonNode associations = item.path("associations");

    assertThat(associations.size()).isEqualTo(4);
    assertThat(associations.path(0).path("name").asString()).isEqualTo("main");
    assertThat(associations.path(0).path("renditions").path(0).path("width").asInt())
        .isEqualTo(1600);
    assertThat(associations.path(2).path("uri").asString())
        .isEqualTo("https://news.example.com/world/2026/11/21/pier");
  }

  @Test
  void neverCarriesTheEdNote() {
    assertThat(text).doesNotContain("edNote", "hold the name");
  }

  private static JsonNode in(NinjsVersion version) {
    return JsonMapper.shared()
        .readTree(new Ninjs(new Html()).render(Fiction.page(), Fiction.SITE, version));
  }

  @Test
  void saysTheSameInSmallLettersWhereTwoIsAskedFor() {
    var two = in(NinjsVersion.TWO);

    assertThat(two.path("standard").path("version").asString()).isEqualTo("2.2");
    assertThat(two.path("pubstatus").asString()).isEqualTo("usable");
    assertThat(two.path("bodies").path(0).path("contenttype").asString()).isEqualTo("text/html");
    assertThat(two.has("embargoedUntil")).isFalse();
    assertThat(two.path("associations").size()).isEqualTo(4);
  }

  @Test
  void saysTheSameUnderFlatKeysWhereOneIsAskedFor() {
    var one = in(NinjsVersion.ONE);

    assertThat(one.path("$standard").path("version").asString()).isEqualTo("1.6");
    assertThat(one.path("headline").asString())
        .isEqualTo("First ferry in 40 days reaches Marrow Island");
    assertThat(one.path("body_html").asString()).contains("<em>Aurora</em>");
    assertThat(one.path("subject").path(0).path("scheme").asString())
        .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/");
    assertThat(one.path("subject").path(0).path("code").asString()).isEqualTo("20000523");
    assertThat(one.path("associations").propertyNames())
        .containsExactly("main", "picture", "related", "related_2");
    assertThat(one.path("altids").path("url").asString())
        .isEqualTo("https://news.example.com/world/2026/11/22/island-ferry-returns");
  }
}
