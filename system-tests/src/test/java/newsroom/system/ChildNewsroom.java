package newsroom.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import newsroom.local.LocalNewsroom;
import newsroom.local.Port;
import newsroom.local.Settings;

/// A local newsroom in a process of its own, which can be killed.
final class ChildNewsroom implements Ground {

  private final Process process;
  private final Path data;
  private final Settings settings;

  private ChildNewsroom(Process process, Path data, Settings settings) {
    this.process = process;
    this.data = data;
    this.settings = settings;
  }

  static ChildNewsroom start(Path data, Partner partner) throws IOException {
    var settings = Settings.in(data);
    var site = URI.create("http://127.0.0.1:" + settings.ports().of(Port.NATIONAL) + "/");
    var sites =
        Sites.write(data.resolve("test-sites.yml"), site, data.resolve("sites/national"), partner);
    return start(data, EmbeddedGround.overrides(sites));
  }

  /// One with these settings of its services.
  static ChildNewsroom start(Path data, Map<String, String> overrides) throws IOException {
    var settings = Settings.in(data);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx1536m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                data.toString(),
                written(data, overrides).toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("child-" + System.nanoTime() + ".log").toFile())
            .start();
    var child = new ChildNewsroom(process, data, settings);
    try {
      child.awaitOpen();
      return child;
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  private static Path written(Path data, Map<String, String> overrides) throws IOException {
    var properties = new Properties();
    properties.putAll(overrides);
    var file = data.resolve("test-overrides.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, "settings that differ in this test");
    }
    return file;
  }

  private void awaitOpen() {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("the newsroom ended: look into " + data);
              }
              return Files.exists(data.resolve("open-" + process.pid()));
            });
  }

  /// Ends the process as a power cut would: no handler of it runs.
  void killMinusNine() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public URI ingest() {
    return http(Port.INGEST);
  }

  @Override
  public URI enrichment() {
    return http(Port.ENRICHMENT);
  }

  @Override
  public URI publish() {
    return http(Port.PUBLISH);
  }

  @Override
  public URI site() {
    return http(Port.NATIONAL);
  }

  @Override
  public Path wires() {
    return data.resolve("wires");
  }

  private URI http(Port port) {
    return URI.create("http://127.0.0.1:" + settings.ports().of(port) + "/");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// What runs in the process.
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws Exception {
      var data = Path.of(arguments[0]);
      var running = LocalNewsroom.open(Settings.in(data).with(overrides(Path.of(arguments[1]))));
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      Files.createFile(data.resolve("open-" + ProcessHandle.current().pid()));
    }

    private static Map<String, String> overrides(Path file) throws IOException {
      var properties = new Properties();
      try (var in = Files.newInputStream(file)) {
        properties.load(in);
      }
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(key -> key, properties::getProperty));
    }
  }
}
