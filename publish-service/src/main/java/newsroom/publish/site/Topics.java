package newsroom.publish.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Broader terms of IPTC's Media Topics (`medtop.tsv` beside this class), and of its older subject
/// codes, which say theirs in their digits. What is not known here is nothing but itself.
final class Topics {

  private static final Pattern DIGITS = Pattern.compile("(?:^|.*[:/])([0-9]{8})$");
  private static final Map<String, Topic> KNOWN = read();

  private Topics() {}

  private record Topic(@Nullable String broader, String name) {}

  /// The digits of a code, however it is written: `medtop:15000000`, the address of the concept, or
  /// the digits alone. Any other code is left as it is.
  static String plain(String code) {
    var digits = DIGITS.matcher(code);
    return digits.matches() ? digits.group(1) : code.toLowerCase(Locale.ROOT);
  }

  /// The code itself and all that is broader, with their names.
  static void broader(String code, Consumer<String> each) {
    var plain = plain(code);
    each.accept(plain);
    if (DIGITS.matcher(plain).matches()) {
      for (var next : above(plain)) {
        each.accept(next);
        var topic = KNOWN.get(next);
        if (topic != null) {
          each.accept(topic.name());
        }
      }
    }
  }

  private static List<String> above(String code) {
    var above = new ArrayList<String>();
    var topic = KNOWN.get(code);
    while (topic != null && topic.broader() != null) {
      above.add(topic.broader());
      topic = KNOWN.get(topic.broader());
    }
    if (above.isEmpty() && !code.startsWith("2") && !code.endsWith("000000")) {
      // a subject code: two digits, three more, three more
      if (!code.endsWith("000")) {
        above.add(code.substring(0, 5) + "000");
      }
      above.add(code.substring(0, 2) + "000000");
    }
    return above;
  }

  private static Map<String, Topic> read() {
    var known = new HashMap<String, Topic>();
    var file = Objects.requireNonNull(Topics.class.getResourceAsStream("medtop.tsv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var line : lines.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()) {
        var columns = line.split("\t", -1);
        known.put(columns[0], new Topic(columns[1].isEmpty() ? null : columns[1], columns[2]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }
}
