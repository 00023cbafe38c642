package newsroom.ingest.format.feed;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the makers of other feed readers assert of their samples: an expression in Python in
/// a comment of the sample, or the tree beside it. Only what is said of an entry's title, link, id,
/// dates, summary and content is taken.
final class FeedAssertions {

  enum Field {
    TITLE,
    LINK,
    ID,
    PUBLISHED,
    UPDATED,
    CREATED,
    SUMMARY,
    CONTENT
  }

  /// What one entry is said to have.
  ///
  /// @param value an [Instant] for a date
  record Assertion(int entry, Field field, Object value) {}

  /// A sample with what is said of it.
  ///
  /// @param headers of the HTTP answer that the sample stands for
  record Case(Path file, Map<String, String> headers, List<Assertion> assertions, boolean plain) {}

  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          Map.entry("title", Field.TITLE),
          Map.entry("title_detail.value", Field.TITLE),
          Map.entry("link", Field.LINK),
          Map.entry("links.0.href", Field.LINK),
          Map.entry("id", Field.ID),
          Map.entry("guid", Field.ID),
          Map.entry("published", Field.PUBLISHED),
          Map.entry("published_parsed", Field.PUBLISHED),
          Map.entry("updated", Field.UPDATED),
          Map.entry("updated_parsed", Field.UPDATED),
          Map.entry("created", Field.CREATED),
          Map.entry("created_parsed", Field.CREATED),
          Map.entry("summary", Field.SUMMARY),
          Map.entry("description", Field.SUMMARY),
          Map.entry("summary_detail.value", Field.SUMMARY),
          Map.entry("content.0.value", Field.CONTENT));

  private static final List<String> CHARSETS =
      List.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "IBM037");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--(.*?)Expect:\\s*(.*?)\\s*-->");
  private static final Pattern HEADER = Pattern.compile("(?m)^Header:\\s*([\\w-]+):\\s*(.*?)\\s*$");
  private static final Pattern PATH =
      Pattern.compile("entries\\[(\\d+)\\]((?:\\['\\w+'\\]|\\[\\d+\\]|\\.\\w+)+)");
  private static final Pattern STEP = Pattern.compile("\\['?(\\w+)'?\\]|\\.(\\w+)");
  private static final Pattern TEXT =
      Pattern.compile("u?(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")");
  private static final Pattern TUPLE = Pattern.compile("\\((\\d{4}(?:, *\\d+){5,8})\\)");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.)");
  private static final Pattern WORDS_TYPE =
      Pattern.compile("type\\s*=\\s*[\"']text(?:/plain)?[\"']");

  private FeedAssertions() {}

  /// The case of this sample; no assertions where none speaks of these fields.
  static Case of(Path file, Path trees) throws IOException {
    var bytes = Files.readAllBytes(file);
    var tree = trees.resolve(file.getFileName().toString().replaceFirst("\\.\\w+$", ".json"));
    var start = new String(bytes, StandardCharsets.ISO_8859_1);
    var atom = start.contains("<entry") || start.contains("<feed");
    var plain =
        WORDS_TYPE.matcher(start).find() || (atom && !start.matches("(?s).*\\s(type|mode)=.*"));
    if (Files.exists(tree)) {
      return new Case(file, Map.of(), ofTree(JsonMapper.shared().readTree(tree)), plain);
    }
    var comment = comment(bytes);
    if (comment == null) {
      return new Case(file, Map.of(), List.of(), plain);
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    HEADER
        .matcher(comment.group(1))
        .results()
        .forEach(header -> headers.put(header.group(1), header.group(2)));
    return new Case(file, headers, ofExpression(comment.group(2)), plain);
  }

  private static @Nullable Matcher comment(byte[] bytes) {
    for (var charset : CHARSETS) {
      var found =
          COMMENT.matcher(
              new String(bytes, 0, Math.min(8000, bytes.length), Charset.forName(charset)));
      if (found.find()) {
        return found;
      }
    }
    return null;
  }

  /// Comparisons joined by `and`, each of one or more paths with one value.
  private static List<Assertion> ofExpression(String expression) {
    var assertions = new ArrayList<Assertion>();
    for (var clause : clauses(expression)) {
      var sides = split(clause, "==");
      var value = sides.size() < 2 ? null : value(sides.getLast());
      for (var side : sides.subList(0, Math.max(0, sides.size() - 1))) {
        var path = PATH.matcher(side.strip());
        var field = path.matches() ? FIELDS.get(steps(path.group(2))) : null;
        var typed = field == null || value == null ? null : typed(field, value);
        if (field != null && typed != null) {
          assertions.add(new Assertion(Integer.parseInt(path.group(1)), field, typed));
        }
      }
    }
    return assertions;
  }

  private static List<String> clauses(String expression) {
    return split(expression, " and ").stream()
        .map(String::strip)
        .map(
            clause ->
                clause.matches("(?s)\\(entries.*\\)")
                    ? clause.substring(1, clause.length() - 1)
                    : clause)
        .toList();
  }

  /// At the separators that stand outside of texts.
  private static List<String> split(String text, String separator) {
    var parts = new ArrayList<String>();
    var start = 0;
    var quote = ' ';
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (quote != ' ') {
        at += c == '\\' ? 1 : 0;
        quote = c == quote ? ' ' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (text.startsWith(separator, at)) {
        parts.add(text.substring(start, at));
        at += separator.length() - 1;
        start = at + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String steps(String path) {
    return STEP.matcher(path)
        .results()
        .map(step -> step.group(1) == null ? step.group(2) : step.group(1))
        .reduce((a, b) -> a + "." + b)
        .orElse("");
  }

  private static @Nullable Object value(String written) {
    var tuple = TUPLE.matcher(written.strip());
    if (tuple.matches()) {
      var n = Stream.of(tuple.group(1).split(", *", -1)).mapToInt(Integer::parseInt).toArray();
      return LocalDateTime.of(n[0], n[1], n[2], n[3], n[4], n[5]).toInstant(ZoneOffset.UTC);
    }
    var text = new StringBuilder();
    for (var part : split(written, "+")) {
      var literal = TEXT.matcher(part.strip());
      if (!literal.matches()) {
        return null;
      }
      text.append(unescaped(literal.group(1) == null ? literal.group(2) : literal.group(1)));
    }
    return text.toString();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              var code = escape.group(1);
              return Matcher.quoteReplacement(
                  switch (code.charAt(0)) {
                    case 'u', 'U', 'x' ->
                        Character.toString(Integer.parseInt(code.substring(1), 16));
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    default -> code;
                  });
            });
  }

  private static @Nullable Object typed(Field field, Object value) {
    return switch (field) {
      case PUBLISHED, UPDATED, CREATED -> value instanceof String date ? instant(date) : value;
      default -> value instanceof String ? value : null;
    };
  }

  private static @Nullable Instant instant(String date) {
    for (var format :
        List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
      try {
        return OffsetDateTime.parse(date, format).toInstant();
      } catch (DateTimeException e) {
        // the next one
      }
    }
    return null;
  }

  private static List<Assertion> ofTree(JsonNode tree) {
    var assertions = new ArrayList<Assertion>();
    var entries = tree.has("items") ? tree.path("items") : tree.path("entries");
    for (var at = 0; at < entries.size(); at++) {
      var entry = entries.get(at);
      add(assertions, at, Field.TITLE, entry.path("title"));
      add(assertions, at, Field.LINK, entry.path("link"));
      add(assertions, at, Field.ID, entry.has("id") ? entry.path("id") : entry.path("guid"));
      add(assertions, at, Field.PUBLISHED, entry.path("publishedParsed"));
      add(assertions, at, Field.UPDATED, entry.path("updatedParsed"));
      add(
          assertions,
          at,
          Field.SUMMARY,
          entry.has("summary") ? entry.path("summary") : entry.path("description"));
      var content = entry.path("content");
      add(assertions, at, Field.CONTENT, content.isObject() ? content.path("value") : content);
    }
    return assertions;
  }

  private static void add(List<Assertion> assertions, int entry, Field field, JsonNode value) {
    var typed = value.isString() ? typed(field, value.asString()) : null;
    if (typed != null) {
      assertions.add(new Assertion(entry, field, typed));
    }
  }
}
