package newsroom.publish.rendition.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.RenditionContract;
import newsroom.publish.rendition.html.Html;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NinjsFileTests extends RenditionContract {

  @Override
  protected Rendition rendition() {
    return new NinjsFile(new Ninjs(new Html()), version());
  }

  NinjsVersion version() {
    return NinjsVersion.THREE;
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

  private static final String SCRIPT =
      """
      import json, sys
      from jsonschema.validators import validator_for
      from referencing import Registry, Resource
      from referencing.jsonschema import DRAFT202012
      nothing = Resource.from_contents({}, default_specification=DRAFT202012)
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      validator = validator_for(schema)(schema, registry=Registry(retrieve=lambda _: nothing))
      for error in validator.iter_errors(json.load(open(sys.argv[2], encoding="utf-8"))):
          print(list(error.path), error.message)
      """;

  @TempDir Path folder;

  /// IPTC's schema, asked through Python's validator; what the schema refers to is not fetched.
  @Override
  protected void judge(byte[] file) {
    var samples = System.getProperty("newsroom.samples", "../../shared/samples");
    var name = "iptc-newsinjson__specification-ninjs-schema_" + version().number() + ".json";
    var schema = Path.of(samples, "schema", name);
    assumeTrue(Files.isRegularFile(schema), "no schema here: -Dnewsroom.samples");
    try {
      var item = Files.write(folder.resolve("item.json"), file);
      var python =
          new ProcessBuilder("python3", "-c", SCRIPT, schema.toString(), item.toString())
              .redirectErrorStream(true)
              .start();
      var said = new String(python.getInputStream().readAllBytes(), UTF_8);
      assumeTrue(!said.contains("ModuleNotFoundError"), "Python here has no jsonschema");
      assertThat(said).isEmpty();
    } catch (IOException e) {
      assumeTrue(false, "there is no Python here");
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
}
