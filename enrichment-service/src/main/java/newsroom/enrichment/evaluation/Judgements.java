package newsroom.enrichment.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known to be related to what.
///
/// @param groups by query, the names of its groups
/// @param grades by query and story: 2 the same event or an editor's own link, 1 the same subject
record Judgements(Map<String, List<String>> groups, Map<String, Map<String, Integer>> grades) {

  /// Reads lines of `query<TAB>group` (several groups with a plus between them) and of
  /// `query<TAB>story<TAB>grade`.
  static Judgements read(Path queries, Path qrels) throws IOException {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var line : Files.readAllLines(queries)) {
      var parts = line.split("\t", -1);
      if (!parts[0].isBlank() && !parts[0].equals("query")) {
        groups.put(parts[0], parts.length > 1 ? split(parts[1]) : List.of());
      }
    }
    return new Judgements(groups, pairs(qrels, 2));
  }

  /// `link+roundup` are two groups; `ecb+` is the name of one.
  private static List<String> split(String groups) {
    return List.of(groups.split("\\+(?=.)"));
  }

  /// Numbers by query and story, from this column of a file. A header is no number.
  static Map<String, Map<String, Integer>> pairs(Path file, int column) throws IOException {
    var pairs = new HashMap<String, Map<String, Integer>>();
    for (var line : Files.readAllLines(file)) {
      var parts = line.split("\t", -1);
      if (parts.length > column && parts[column].strip().matches("\\d")) {
        pairs
            .computeIfAbsent(parts[0], _ -> new HashMap<>())
            .put(parts[1], Integer.valueOf(parts[column].strip()));
      }
    }
    return pairs;
  }

  Map<String, Integer> of(String query) {
    return grades.getOrDefault(query, Map.of());
  }
}
