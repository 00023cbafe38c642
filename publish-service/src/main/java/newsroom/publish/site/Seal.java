package newsroom.publish.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The command that seals a secret for the sites' file: it reads the secret from its input, so that
/// no shell remembers it, and the key from `NEWSROOM_KEY`. With `--new-key` it makes a key.
public final class Seal {

  private Seal() {}

  public static void main(String... arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var key = System.getenv().getOrDefault("NEWSROOM_KEY", "");
    int exit = run(List.of(arguments), key, in, System.out, System.err);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  static int run(
      List<String> arguments, String key, BufferedReader in, PrintStream out, PrintStream err)
      throws IOException {
    if (arguments.equals(List.of("--new-key"))) {
      out.println(Seals.newKey());
      return 0;
    }
    if (!arguments.isEmpty() || key.isBlank()) {
      err.println("Set NEWSROOM_KEY (make one with --new-key) and give the secret as input.");
      return 2;
    }
    var secret = in.readLine();
    if (secret == null || secret.isBlank()) {
      err.println("There is no secret on the input.");
      return 2;
    }
    for (var more = in.readLine(); more != null; more = in.readLine()) {
      if (!more.isBlank()) {
        err.println("The secret has more than one line: put it into a file, and name that.");
        return 2;
      }
    }
    try {
      out.println(new Seals(List.of(key)).seal(secret.strip()));
      return 0;
    } catch (Secrets.Unreadable e) {
      err.println("This " + e.getMessage() + ".");
      return 2;
    }
  }
}
