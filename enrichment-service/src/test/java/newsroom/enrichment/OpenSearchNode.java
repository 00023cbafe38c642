package newsroom.enrichment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A real OpenSearch, one for all tests of a run: the one at `-Dnewsroom.opensearch=http://…`, or a
/// process started from the jars that the module `opensearch-node` collects. It never shares a
/// class path with the service. Without either the tests that need it are skipped.
public final class OpenSearchNode {

  private static final Path JARS = Path.of("../opensearch-node/target/lib");
  private static final Pattern LISTENS =
      Pattern.compile("HttpServerTransport\\s*] publish_address \\{127\\.0\\.0\\.1:(\\d+)}");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

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
    var address = new CompletableFuture<URI>();
    Thread.ofVirtual().start(() -> listen(process, address));
    try {
      return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("OpenSearch did not start within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Reads to the end, also what is of no interest any more: it must not fill the pipe.
  private static void listen(Process process, CompletableFuture<URI> address) {
    var last = new ArrayDeque<String>();
    process
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              var listens = LISTENS.matcher(line);
              if (listens.find()) {
                address.complete(URI.create("http://127.0.0.1:" + listens.group(1)));
              } else if (!address.isDone()) {
                last.add(line);
                if (last.size() > 20) {
                  last.remove();
                }
              }
            });
    address.completeExceptionally(new IOException("it ended, saying " + last));
  }
}
