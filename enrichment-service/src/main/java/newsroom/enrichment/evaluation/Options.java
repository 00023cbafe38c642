package newsroom.enrichment.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was asked for on the command line.
record Options(Map<String, String> values) {

  static final String USAGE =
      """
      usage: newsroom evaluate-links --corpus FILE[.gz] --queries FILE --qrels FILE [--judged FILE]
                                     [--embedding] [--ablation] [--cut N] [--opensearch URL] [--explain ID]
        --corpus FILE     stories, one {"id", "published", "headline", "body"} a line
        --queries FILE    ids of stories to find related ones for, a tab, and the query's group
        --qrels FILE      query, story, grade: 2 the same event or an editor's link, 1 the same subject
        --judged FILE     query, story, 1 or 0: read by hand, whether a reader would accept the link
        --embedding       compares headlines by meaning, too
        --ablation        also without each ingredient in turn
        --cut N           least likeness of a link, as newsroom.enrichment.related.cut
        --opensearch URL  the stories lie in this OpenSearch meanwhile, in the index newsroom-cuttings
        --explain ID      nothing but the candidates of this story, each with its reasons""";

  private static final Set<String> FLAGS = Set.of("--embedding", "--ablation");
  private static final Set<String> VALUES =
      Set.of("--corpus", "--queries", "--qrels", "--judged", "--cut", "--explain", "--opensearch");

  /// @throws IllegalArgumentException with a sentence for whoever typed it
  static Options parse(String... arguments) {
    var values = new HashMap<String, String>();
    var words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      var word = words.remove();
      if (FLAGS.contains(word)) {
        values.put(word, "");
      } else if (!VALUES.contains(word)) {
        throw new IllegalArgumentException("there is no option " + word + "\n" + USAGE);
      } else if (words.isEmpty()) {
        throw new IllegalArgumentException(word + " needs a value\n" + USAGE);
      } else {
        values.put(word, words.remove());
      }
    }
    var options = new Options(values);
    for (var file : Set.of("--corpus", "--queries", "--qrels")) {
      options.file(file);
    }
    return options;
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  Path file(String option) {
    var value =
        value(option)
            .orElseThrow(() -> new IllegalArgumentException(option + " is missing\n" + USAGE));
    var file = Path.of(value);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("there is no file " + file + " to read");
    }
    return file;
  }
}
