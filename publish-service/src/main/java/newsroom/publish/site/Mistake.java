package newsroom.publish.site;

import java.util.List;

/// What is wrong in the file of sites: each mistake in one sentence that names its line, the site
/// and the key.
public final class Mistake extends IllegalArgumentException {

  private final List<String> sentences;

  Mistake(String sentence) {
    this(List.of(sentence));
  }

  private Mistake(List<String> sentences) {
    super(
        sentences.size() == 1
            ? sentences.getFirst()
            : sentences.size() + " mistakes: " + String.join("; ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  /// All that one file has.
  public static Mistake of(List<String> sentences) {
    return new Mistake(List.copyOf(sentences));
  }

  /// Every mistake, in the order of the file.
  public List<String> sentences() {
    return sentences;
  }

  /// The same, and in which file.
  Mistake in(java.nio.file.Path file) {
    return new Mistake(
        sentences.stream().map(it -> it + " (in " + file.toAbsolutePath() + ")").toList());
  }
}
