package newsroom.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/// One Kafka broker, its own controller, on loopback. Starting it again on the same folder goes on
/// with what is there, also after a `kill -9`.
public final class LocalBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  private LocalBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts the broker and returns when it takes connections.
  ///
  /// @param folder everything it keeps is in here
  public static LocalBroker start(Path folder, int port, int controllerPort) throws IOException {
    Files.createDirectories(folder);
    var properties = BrokerProperties.of(folder.resolve("log"), port, controllerPort);
    format(folder, properties);
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
    return new LocalBroker(server, port);
  }

  /// As `bootstrap.servers` wants it.
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /// Prepares the log's folder; leaves a prepared one as it is.
  private static void format(Path folder, Properties properties) throws IOException {
    var file = folder.resolve("broker.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, "written at every start; changes here are lost");
    }
    var said = new ByteArrayOutputStream();
    String[] format = {
      "format",
      "--config",
      file.toString(),
      "--cluster-id",
      clusterId(folder),
      "--standalone",
      "--ignore-formatted"
    };
    if (StorageTool.execute(format, new PrintStream(said, true, UTF_8)) != 0) {
      throw new IOException("Kafka cannot use " + folder + ": " + said.toString(UTF_8).strip());
    }
  }

  private static String clusterId(Path folder) throws IOException {
    var file = folder.resolve("cluster.id");
    if (!Files.exists(file)) {
      Files.writeString(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file).strip();
  }
}
