package newsroom.enrichment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A real OpenSearch, one for all tests of a run: the one at `-Dnewsroom.opensearch=http://…`, or a
/// process started from the jars that the module `opensearch-node` collects. It never shares a
/// class path with the service. Without either the tests that need it are skipped.
public final class OpenSearchNode {

  private static final Path JARS = Path.of("../opensearch-node/target/lib");
  private static final Pattern LISTENS =
      Pattern.compile("HttpServerTransport\\s*] publish_address \\{127\\.0\\.0\\.1:(\\d+)}");

  private static @Nullable URI address;

  private OpenSearchNode() {}

  /// Where it listens.
  public static synchronized URI address() {
    if (address == null) {
      var given = System.getProperty("newsroom.opensearch");
      assumeTrue(
          given != null || Files.isDirectory(JARS),
          "no OpenSearch: mvn -pl opensearch-node generate-resources fetches one");
      try {
        address = given != null ? URI.create(given) : start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return address;
  }

  private static URI start() throws IOException {
    var folder = Files.createTempDirectory("opensearch");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            JARS.toAbsolutePath().normalize() + "/*",
            "org.codelibs.opensearch.runner.OpenSearchRunner",
            "-basePath",
            folder.resolve("node").toString(),
            "-clusterName",
            "newsroom-" + ProcessHandle.current().pid(),
            "-numOfNode",
            "1");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    var said = process.inputReader(StandardCharsets.UTF_8);
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var listens = LISTENS.matcher(line);
      if (listens.find()) {
        // what it says from now on is not read, but must not fill the pipe
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return URI.create("http://127.0.0.1:" + listens.group(1));
      }
    }
    throw new IOException("OpenSearch did not start");
  }
}
