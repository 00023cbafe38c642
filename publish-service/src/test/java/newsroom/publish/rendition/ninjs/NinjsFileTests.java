package newsroom.publish.rendition.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.RenditionContract;
import newsroom.publish.rendition.html.Html;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NinjsFileTests extends RenditionContract {

  @Override
  protected Rendition rendition() {
    return new NinjsFile(new Ninjs(new Html()));
  }

  @Override
  protected String read(byte[] file) {
    var text = new StringBuilder();
    read(JsonMapper.shared().readTree(new String(file, UTF_8)), text);
    return text.toString();
  }

  private static void read(JsonNode node, StringBuilder text) {
    if (node.isString() && node.asString().startsWith("<")) {
      var body = Jsoup.parseBodyFragment(node.asString());
      text.append(body.text()).append(' ');
      body.select("a, img").forEach(it -> text.append(it.attr("href") + it.attr("src") + ' '));
    } else if (node.isValueNode()) {
      text.append(node.asString()).append(' ');
    }
    node.forEach(child -> read(child, text));
  }

  /// The schema itself is asked in the system's tests.
  @Override
  protected void judge(byte[] file) {
    read(file);
  }

  @Override
  protected boolean hasNotes() {
    return false;
  }

  @Override
  protected boolean namesFiles() {
    return false;
  }
}
