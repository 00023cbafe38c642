package newsroom.ingest.agency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// Knows an agency's subject codes: which Media Topics they are, and which are blocked.
///
/// A code is looked for as the wire writes it, behind its scheme (`dpacat:sp`), and alone. A
/// subject code of the IPTC, eight digits, that is not in the map is looked for as the wider one
/// that it belongs to: 15054001 as 15054000, then as 15000000.
final class Codes {

  private static final Pattern SUBJECT_CODE = Pattern.compile("(.*[:/])?(\\d{8})");

  /// Whose eight digits are IPTC Subject Codes: `subj`, `iptc-subjectcode`, `sttsubj`, `dpasrs`.
  private static final Pattern SUBJECT_CODES = Pattern.compile("|.*(?:subj|subref|srs).*");

  private static final String SUBJECT_SCHEME = "subj:";
  private static final String TOPIC_SCHEME = "medtop";

  private final Map<String, String> topics = new HashMap<>();
  private final Set<String> blocked;

  Codes(Agency agency) {
    agency.subjectCodes().forEach((code, topic) -> topics.put(small(code), topic));
    this.blocked =
        agency.meanings().blocked().stream().map(Codes::small).collect(Collectors.toSet());
  }

  /// The subject, category or genre that keeps this copy from being drafted; null where none does.
  @Nullable String blocking(Copy copy) {
    if (blocked.isEmpty()) {
      return null;
    }
    var genre = Stream.ofNullable(copy.headlines().genre());
    return Stream.concat(genre, copy.subjects().subjects().stream().flatMap(Codes::names))
        .filter(name -> blocked.contains(small(name)))
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> names(Concept subject) {
    return Stream.concat(spellings(subject), Stream.of(subject.name()));
  }

  /// The subjects, each with its Media Topic behind it.
  Copy.Subjects mapped(Copy.Subjects about) {
    var all = new LinkedHashSet<Concept>();
    var known = new LinkedHashSet<@Nullable String>();
    about.subjects().forEach(subject -> known.add(subject.code()));
    for (var subject : about.subjects()) {
      all.add(subject);
      var topic = topic(subject);
      if (topic != null && known.add(topic.code())) {
        all.add(topic);
      }
    }
    return all.size() == about.subjects().size()
        ? about
        : new Copy.Subjects(
            about.located(),
            List.copyOf(all),
            about.places(),
            about.people(),
            about.organisations(),
            about.keywords());
  }

  private @Nullable Concept topic(Concept subject) {
    for (var spelling : allSpellings(subject)) {
      var topic = topics.get(small(spelling));
      if (topic != null) {
        var parts = topic.split(" ", 2);
        return new Concept(parts[0], parts.length > 1 ? parts[1] : subject.name(), TOPIC_SCHEME);
      }
    }
    return null;
  }

  private static List<String> allSpellings(Concept subject) {
    var all = new ArrayList<>(spellings(subject).toList());
    var code = SUBJECT_CODE.matcher(subject.code() == null ? "" : subject.code());
    if (code.matches()) {
      var of = code.group(1) == null ? subject.scheme() : code.group(1);
      var digits = code.group(2);
      if (SUBJECT_CODES.matcher(of == null ? "" : small(of)).matches()) {
        all.add(SUBJECT_SCHEME + digits);
        all.add(SUBJECT_SCHEME + digits.substring(0, 5) + "000");
        all.add(SUBJECT_SCHEME + digits.substring(0, 2) + "000000");
      }
    }
    return all;
  }

  private static Stream<String> spellings(Concept subject) {
    var code = subject.code();
    var scheme = subject.scheme();
    if (code == null) {
      return Stream.empty();
    }
    return scheme == null ? Stream.of(code) : Stream.of(scheme + ":" + code, code);
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
