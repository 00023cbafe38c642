package newsroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The launcher, its help and the documents name the same commands and options.
class LauncherTests {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern COMMANDS = Pattern.compile("\\./newsroom +([a-z][a-z|-]*)");
  private static final Pattern CASES = Pattern.compile("(?m)^  ([a-z][a-z |-]*)\\)$");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  private static String launcher = "";
  private static String help = "";
  private static String documents = "";

  @BeforeAll
  static void read() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "the launcher needs bash, which is not here");
    launcher = Files.readString(ROOT.resolve("newsroom"));
    var process =
        new ProcessBuilder("/bin/bash", ROOT.resolve("newsroom").toString(), "--help")
            .redirectErrorStream(true)
            .start();
    help = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    documents = Files.readString(ROOT.resolve("README.md"));
    try (var pages = Files.walk(ROOT.resolve("docs"))) {
      for (var page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
        documents += Files.readString(page);
      }
    }
  }

  private static Set<String> words(Pattern pattern, String text) {
    var words = new TreeSet<String>();
    pattern
        .matcher(text)
        .results()
        .forEach(
            match -> {
              for (var word : match.group(1).split("[| ]+", -1)) {
                words.add(word);
              }
            });
    return words;
  }

  private static Set<String> options(String line) {
    var options = new TreeSet<String>();
    OPTION.matcher(line).results().forEach(match -> options.add(match.group()));
    return options;
  }

  @Test
  void theHelpNamesEveryCommandThereIsAndNoOther() {
    var there = words(CASES, launcher);
    assertThat(there).contains("file", "seal", "stop", "kill");
    there.remove("help");
    assertThat(words(COMMANDS, help)).isEqualTo(there);
  }

  @Test
  void theDocumentsNameNoCommandOrOptionThatTheHelpDoesNot() {
    assertThat(words(COMMANDS, help)).containsAll(words(COMMANDS, documents));
    documents
        .lines()
        .filter(line -> line.contains("./newsroom "))
        .forEach(line -> assertThat(options(help)).as(line).containsAll(options(line)));
  }

  @Test
  void everyCommandIsDocumented() {
    assertThat(words(COMMANDS, documents)).containsAll(words(COMMANDS, help));
  }
}
