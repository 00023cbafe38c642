package newsroom.local.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a story from a line of JSON: `id`, `published`, `headline` and `body`, and where it has
/// them `summary`, `url`, `agency`, `language`, `byline`, `dateline`, `keywords`, `subjects`.
///
/// @param agency for lines that name none
/// @param language for lines that name none; null for the desk's
record Line(String agency, @Nullable String language) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FORMAT = "archive-lines";

  Find read(String place, String text) {
    try {
      var line = JSON.readTree(text);
      if (!line.isObject()) {
        return new Find.Unreadable(place, "This line is no story: it is no JSON object.");
      }
      var agency = word(line, "agency", this.agency);
      if (!Wire.isAgency(agency)) {
        return new Find.Unreadable(
            place,
            "“" + agency + "” is no name of an agency: 1 to 32 small letters, digits and hyphens.");
      }
      return new Find.Story(place, agency, copy(line), url(line), hash(agency, text));
    } catch (JacksonException e) {
      return new Find.Unreadable(place, "This line is no JSON: " + e.getOriginalMessage() + ".");
    } catch (IllegalArgumentException e) {
      return new Find.Unreadable(place, String.valueOf(e.getMessage()));
    }
  }

  private static String hash(String agency, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Wire(agency, "archive", null, null, bytes, Instant.EPOCH).sha256();
  }

  private Copy copy(JsonNode line) {
    var published = Moment.of(needed(line, "published"));
    return new Copy(
        needed(line, "id"),
        FORMAT,
        null,
        new Copy.Lifecycle(
            1,
            published,
            false,
            published,
            Copy.Status.USABLE,
            Copy.Change.NEW,
            null,
            null,
            null,
            null,
            null),
        Copy.Handling.NONE,
        headlines(line),
        new Copy.Subjects(null, subjects(line), List.of(), List.of(), List.of(), keywords(line)),
        new Copy.Rights(null, null, null, null),
        List.of(),
        null,
        body(line.path("body")));
  }

  private Copy.Headlines headlines(JsonNode line) {
    return new Copy.Headlines(
        word(line, "headline", ""),
        some(line, "summary"),
        null,
        some(line, "byline"),
        some(line, "dateline"),
        null,
        line.path("language").isString() ? line.path("language").asString() : language);
  }

  /// Plain text, a paragraph a line, or a list of paragraphs.
  private static List<Block> body(JsonNode body) {
    var paragraphs =
        body.isArray() ? stream(body).map(it -> it.asString("")) : body.asString("").lines();
    var blocks = new ArrayList<Block>();
    paragraphs
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .forEach(paragraph -> blocks.add(new Block.Paragraph(escaped(paragraph))));
    return blocks;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Names or codes, or both together.
  private static List<Concept> subjects(JsonNode line) {
    return stream(line.path("subjects"))
        .map(
            subject ->
                subject.isObject()
                    ? new Concept(
                        some(subject, "code"), word(subject, "name", ""), some(subject, "scheme"))
                    : subject(subject.asString("")))
        .toList();
  }

  private static Concept subject(String word) {
    return word.matches("[\\w.-]+:\\S+|\\d{8}")
        ? new Concept(word, "", null)
        : new Concept(null, word, null);
  }

  private static List<String> keywords(JsonNode line) {
    return stream(line.path("keywords")).map(it -> it.asString("")).toList();
  }

  private static @Nullable String url(JsonNode line) {
    var url = some(line, "url");
    if (url != null && !url.matches("https?://[^/\\s]+\\S*")) {
      throw new IllegalArgumentException("Its url is no address of a page: " + url + ".");
    }
    return url;
  }

  private static String needed(JsonNode line, String field) {
    var value = line.path(field).asString("").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("This story has no “" + field + "”.");
    }
    return value;
  }

  private static @Nullable String some(JsonNode line, String field) {
    var value = line.path(field).asString("").strip();
    return value.isEmpty() ? null : value;
  }

  private static String word(JsonNode line, String field, String otherwise) {
    var value = some(line, field);
    return value == null ? otherwise : value;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
