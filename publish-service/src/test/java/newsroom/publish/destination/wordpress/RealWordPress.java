package newsroom.publish.destination.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WordPress of Debian's packages with a MariaDB and a web server of its own, on this machine
/// alone, one for all tests of a run.
final class RealWordPress {

  private static final Path CODE = Path.of("/usr/share/wordpress");
  private static final Path FOLDER = Path.of("target", "wordpress").toAbsolutePath();
  private static final Path WEB = FOLDER.resolve("www");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static @Nullable RealWordPress running;

  private final List<Process> processes = new ArrayList<>();
  private final Map<String, String> passwords = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  // the name of a socket must be short
  private final Path socket = Files.createTempDirectory("wp").resolve("s");
  private final int port = freePort();

  private RealWordPress() throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    startDatabase();
    install();
    startServer();
  }

  /// The site; the test is skipped where its tools are not installed.
  static synchronized RealWordPress get() {
    boolean there =
        Files.isReadable(CODE.resolve("wp-load.php"))
            && List.of("php", "mariadbd", "mariadb-install-db", "mariadb").stream()
                .allMatch(RealWordPress::installed);
    assumeTrue(
        there, "no WordPress here: install wordpress, php-cli, php-mysql and mariadb-server");
    if (running == null) {
      try {
        running = new RealWordPress();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  private static boolean installed(String tool) {
    return command(tool) != null;
  }

  private static @Nullable String command(String tool) {
    var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Arrays.stream(path.split(":", -1))
        .map(folder -> new File(folder, tool))
        .filter(File::canExecute)
        .map(File::getPath)
        .findFirst()
        .orElse(null);
  }

  private void startDatabase() throws IOException {
    clear(FOLDER);
    Files.createDirectories(FOLDER);
    var data = FOLDER.resolve("db").toString();
    var user = "--user=" + System.getProperty("user.name");
    run(
        "mariadb-install-db",
        "--no-defaults",
        user,
        "--datadir=" + data,
        "--auth-root-authentication-method=normal",
        "--skip-test-db");
    start(
        Map.of(),
        "mariadbd",
        "--no-defaults",
        user,
        "--datadir=" + data,
        "--socket=" + socket,
        "--skip-networking",
        "--innodb-buffer-pool-size=64M",
        "--innodb-flush-log-at-trx-commit=0");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> sql("create database if not exists wordpress", ""));
  }

  private void install() throws IOException {
    run("cp", "-rL", CODE.toString(), WEB.toString());
    for (var name : List.of("wp-config.php", "install.php", "router.php")) {
      var own = Path.of("src", "test", "resources", "wordpress", name);
      Files.copy(own, WEB.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createDirectories(WEB.resolve("wp-content/uploads"));
    Files.createDirectories(plugins());
    var said = run("php", WEB.resolve("install.php").toString());
    var password = Pattern.compile("password (\\w+) (\\w+)").matcher(said);
    while (password.find()) {
      passwords.put(password.group(1), password.group(2));
    }
    run(
        "mariadb-dump",
        "--no-defaults",
        "-S",
        socket.toString(),
        "-uroot",
        "-r",
        FOLDER.resolve("fresh.sql").toString(),
        "wordpress");
  }

  private void startServer() throws IOException {
    start(
        Map.of("PHP_CLI_SERVER_WORKERS", "4"),
        "php",
        "-S",
        "127.0.0.1:" + port,
        "-t",
        WEB.toString(),
        WEB.resolve("router.php").toString());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              new Socket(InetAddress.getLoopbackAddress(), port).close();
              return true;
            });
  }

  /// Where plugins lie that nobody switches on.
  Path plugins() {
    return WEB.resolve("wp-content/mu-plugins");
  }

  /// As it was after its installation, with the newsroom's plugin or without.
  void fresh(boolean plugin) throws IOException {
    sql("", FOLDER.resolve("fresh.sql").toString());
    var there = plugins().resolve("newsroom.php");
    clear(plugins());
    Files.createDirectories(plugins());
    if (plugin) {
      Files.copy(Path.of("wordpress", "newsroom.php"), there);
    }
    clear(WEB.resolve("wp-content/uploads"));
    Files.createDirectories(WEB.resolve("wp-content/uploads"));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  int port() {
    return port;
  }

  String password(String login) {
    return passwords.getOrDefault(login, "");
  }

  /// What the site's chief editor does there.
  JsonNode ask(String method, String path, String body) {
    return JSON.readTree(answer(method, path, body).body());
  }

  /// How many there are, as the site counts them.
  int total(String path) {
    return Integer.parseInt(
        answer("GET", path, "").headers().firstValue("X-WP-Total").orElse("-1"));
  }

  private HttpResponse<String> answer(String method, String path, String body) {
    var pair = "chief:" + password("chief");
    var request =
        HttpRequest.newBuilder(url().resolve("wp-json/wp/v2/" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean sql(String statement, String file) throws IOException {
    var words =
        new ArrayList<>(List.of("mariadb", "--no-defaults", "-S", socket.toString(), "-uroot"));
    words.addAll(
        file.isEmpty() ? List.of("-e", statement) : List.of("wordpress", "-e", "source " + file));
    run(words.toArray(String[]::new));
    return true;
  }

  private Process start(Map<String, String> more, String... words) throws IOException {
    var all = words.clone();
    all[0] = Objects.requireNonNull(command(words[0]));
    var builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("WORDPRESS_DATABASE", "localhost:" + socket);
    builder.environment().putAll(more);
    builder.redirectOutput(FOLDER.resolve(words[0] + processes.size() + ".log").toFile());
    var process = builder.start();
    processes.add(process);
    return process;
  }

  private String run(String... words) throws IOException {
    var process = start(Map.of(), words);
    var log = FOLDER.resolve(words[0] + (processes.size() - 1) + ".log");
    processes.removeLast();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(words[0] + " failed: " + Files.readString(log));
      }
      return Files.readString(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void stop() {
    for (var process : processes.reversed()) {
      // the web server's workers first: they outlive it
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
