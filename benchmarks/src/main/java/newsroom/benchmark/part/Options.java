package newsroom.benchmark.part;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Options as `--name value` or `--name`. Each is asked for once; what nobody asked for is a
/// mistake.
public final class Options {

  private static final String SET = "true";

  private final Map<String, String> unread = new LinkedHashMap<>();

  private Options() {}

  /// Reads the arguments after the part's name.
  public static Options of(String... arguments) {
    var options = new Options();
    for (var i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        throw new IllegalArgumentException(arguments[i] + " is no option");
      }
      var hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
      options.unread.put(arguments[i].substring(2), hasValue ? arguments[i + 1] : SET);
      i += hasValue ? 1 : 0;
    }
    return options;
  }

  public boolean flag(String name) {
    return SET.equals(unread.remove(name));
  }

  public String text(String name, String otherwise) {
    var given = unread.remove(name);
    return given == null ? otherwise : given;
  }

  public int number(String name, int otherwise) {
    return read(name, otherwise, Integer::valueOf);
  }

  public double decimal(String name, double otherwise) {
    return read(name, otherwise, Double::valueOf);
  }

  /// Complains about options that nobody asked for.
  public void end() {
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(
          "no such option: --" + String.join(", --", unread.keySet()));
    }
  }

  private <T> T read(String name, T otherwise, Function<String, T> parse) {
    var given = unread.remove(name);
    try {
      return given == null ? otherwise : parse.apply(given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + name + " wants a number, not " + given, e);
    }
  }
}
