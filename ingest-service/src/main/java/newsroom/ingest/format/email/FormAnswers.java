package newsroom.ingest.format.email;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answers of a form that a reporter has filled in, mailed as one JSON object: fields by the
/// names that newsrooms have for them (`Headline`, `Abstract`, `Body`), each with its answer or a
/// list of them.
final class FormAnswers {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();
  private static final Pattern TAG = Pattern.compile("<(?:p|br|div|h[1-6]|ul|ol)\\b[^<>]{0,200}>");

  private static final FormAnswers NONE = new FormAnswers(Map.of());

  private final Map<String, List<String>> answers;

  private FormAnswers(Map<String, List<String>> answers) {
    this.answers = answers;
  }

  /// Reads a text; no answers where it is no form's.
  static FormAnswers of(@Nullable String text) {
    if (text == null || !text.strip().startsWith("{")) {
      return NONE;
    }
    try {
      var form = new FormAnswers(answers(JSON.readTree(text)));
      return form.first("headline") == null || form.first("body") == null ? NONE : form;
    } catch (JacksonException e) {
      return NONE;
    }
  }

  private static Map<String, List<String>> answers(JsonNode form) {
    var answers = new HashMap<String, List<String>>();
    for (var field : form.properties()) {
      var values = field.getValue();
      var texts =
          (values.isArray() ? values.valueStream().toList() : List.of(values))
              .stream()
                  .filter(JsonNode::isString)
                  .map(JsonNode::asString)
                  .filter(answer -> !answer.isBlank())
                  .toList();
      answers.put(field.getKey().toLowerCase(Locale.ROOT), texts);
    }
    return answers;
  }

  boolean none() {
    return answers.isEmpty();
  }

  List<Block> blocks(Pictures pictures) {
    var body = Objects.requireNonNullElse(first("body"), "");
    return TAG.matcher(body).find() ? Blocks.ofHtml(body, null, pictures) : Blocks.ofText(body);
  }

  List<String> categories() {
    return answers.getOrDefault("category", List.of()).stream()
        .map(Plain::text)
        .filter(Objects::nonNull)
        .toList();
  }

  Copy.Headlines onto(Copy.Headlines mail) {
    return new Copy.Headlines(
        Objects.requireNonNullElse(line("headline"), mail.headline()),
        line("abstract", "summary"),
        line("slugline", "slug"),
        Plain.first(line("byline", "author"), mail.byline()),
        line("dateline"),
        line("genre"),
        Plain.first(line("language"), mail.language()));
  }

  /// An embargo that cannot be read holds the story.
  ///
  /// @param zone where an embargo that names no zone was written
  Copy.Lifecycle onto(Copy.Lifecycle mail, ZoneId zone) {
    var embargo = line("embargo", "embargoed", "embargoed until");
    var until = WireDate.parse(embargo, zone);
    return new Copy.Lifecycle(
        mail.version(),
        mail.versionCreated(),
        mail.undated(),
        null,
        embargo != null && until == null ? Status.WITHHELD : mail.status(),
        mail.change(),
        until,
        mail.expires(),
        Numbers.urgency(line("urgency", "priority")),
        null,
        Plain.first(line("ednote", "editor's note", "note to editors"), mail.edNote()));
  }

  private @Nullable String line(String... names) {
    for (var name : names) {
      var answer = Plain.text(first(name));
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  private @Nullable String first(String name) {
    var given = answers.get(name);
    return given == null || given.isEmpty() ? null : given.getFirst();
  }
}
