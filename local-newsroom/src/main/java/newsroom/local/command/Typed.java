package newsroom.local.command;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;

/// The words of a command line, taken one after the other. What makes no sense is an
/// [IllegalArgumentException] with a sentence and the command's usage, for whoever typed it.
public final class Typed {

  private final ArrayDeque<String> words;
  private final String usage;

  public Typed(String usage, String... words) {
    this.words = new ArrayDeque<>(Arrays.asList(words));
    this.usage = usage;
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  public String next() {
    return words.remove();
  }

  /// The word after an option.
  public String value(String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value\n" + usage);
    }
    return words.remove();
  }

  /// A word that stands for itself, and is no option.
  public String plain(String word) {
    if (word.equals("--help")) {
      throw new IllegalArgumentException(usage);
    }
    if (word.startsWith("--")) {
      throw new IllegalArgumentException("there is no option " + word + "\n" + usage);
    }
    return word;
  }

  /// An address that paths are resolved against.
  public static URI address(String text) {
    return URI.create(text.strip().replaceFirst("/*$", "/"));
  }
}
