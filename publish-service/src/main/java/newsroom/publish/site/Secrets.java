package newsroom.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/// Finds what values of the sites' file stand for: `${NAME}` for a variable of the environment,
/// `file:` and a path for what a file holds, `enc:` for what was sealed with `NEWSROOM_KEY`. No
/// value is ever repeated in a mistake.
public final class Secrets implements UnaryOperator<String> {

  private static final String FILE = "file:";

  private final UnaryOperator<String> variables;
  private final UnaryOperator<String> environment;

  /// Secrets.
  ///
  /// @param variables replaces `${NAME}`
  /// @param environment the value of one variable; empty where it is not set
  Secrets(UnaryOperator<String> variables, UnaryOperator<String> environment) {
    this.variables = variables;
    this.environment = environment;
  }

  public static Secrets of(Environment environment) {
    return new Secrets(
        environment::resolveRequiredPlaceholders, name -> environment.getProperty(name, ""));
  }

  /// A value that cannot be had; the message says what to do and nothing of the value.
  public static final class Unreadable extends IllegalArgumentException {
    Unreadable(String sentence) {
      super(sentence);
    }
  }

  @Override
  public String apply(String text) {
    return open(variables.apply(text));
  }

  /// What a value stands for in which all variables are replaced already, as in a service's own
  /// settings.
  ///
  /// @throws Unreadable where it cannot be had
  public String open(String value) {
    if (value.startsWith(Seals.SEALED)) {
      return opened(value);
    }
    return value.startsWith(FILE) ? read(value.substring(FILE.length())) : value;
  }

  private String opened(String sealed) {
    var keys =
        Stream.of("NEWSROOM_KEY", "NEWSROOM_PREVIOUS_KEY")
            .map(environment)
            .filter(key -> !key.isBlank())
            .toList();
    if (keys.isEmpty()) {
      throw new Unreadable("is sealed, and NEWSROOM_KEY is not set");
    }
    return new Seals(keys)
        .open(sealed)
        .orElseThrow(
            () -> new Unreadable("is sealed with another key than NEWSROOM_KEY, or broken"));
  }

  /// Without the line's end that editors put there.
  private static String read(String path) {
    try {
      return Files.readString(Path.of(path)).stripTrailing();
    } catch (IOException | InvalidPathException e) {
      throw new Unreadable("names a file that cannot be read: " + path);
    }
  }
}
