package newsroom.publish.rendition.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.Prose;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes plain text. It is for readers: a note for editors has no place in it.
@Component
public class PlainText implements Rendition {

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public byte[] show(Edition edition) {
    var story = edition.story();
    var lines = story.headlines();
    var text = new ArrayList<String>();
    some(text, "", lines.headline());
    some(text, "", lines.summary());
    some(text, "", lines.byline());
    some(text, "Correction: ", story.lifecycle().correctionNote());
    text.addAll(Prose.of(edition));
    text.add("--");
    var about = new ArrayList<String>();
    some(about, "", story.rights().creditline());
    some(about, "", story.rights().copyrightNotice());
    some(about, "", story.rights().usageTerms());
    about.add("Version " + edition.version() + ", " + story.mark().created());
    about.add(edition.page().address().toASCIIString());
    about.add(story.uri());
    return bytes(text, about);
  }

  @Override
  public byte[] takeDown(Removal removal) {
    var word = removal.killed() ? "KILL" : "WITHHELD";
    return bytes(
        List.of(word + ": this story is to be taken down wherever it is shown.", "--"),
        List.of(
            "Version " + removal.version() + ", " + removal.created(),
            removal.address().toASCIIString(),
            removal.uri()));
  }

  private static void some(List<String> text, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      text.add(label + Inline.oneLine(value));
    }
  }

  private static byte[] bytes(List<String> paragraphs, List<String> about) {
    var text = new StringBuilder();
    var before = "";
    for (var paragraph : paragraphs) {
      text.append(before.isEmpty() ? "" : Prose.joins(before, paragraph) ? "\n" : "\n\n");
      text.append(paragraph);
      before = paragraph;
    }
    text.append("\n").append(String.join("\n", about)).append("\n");
    return text.toString().getBytes(UTF_8);
  }
}
