package newsroom.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/// A real broker with a port and a disk of its own, which can be stopped and started again.
final class TestBroker implements AutoCloseable {

  private final Properties settings = new Properties();
  private final String address;
  private @Nullable KafkaRaftServer running;

  TestBroker(Path folder) {
    var broker = freePort();
    var controller = freePort();
    this.address = "127.0.0.1:" + broker;
    var voters = "127.0.0.1:" + controller;
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + voters);
    settings.put("advertised.listeners", "PLAINTEXT://" + address);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.quorum.bootstrap.servers", voters);
    settings.put("log.dirs", folder.resolve("log").toString());
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("auto.create.topics.enable", "false");
    settings.put("broker.session.timeout.ms", "1000");
    settings.put("broker.heartbeat.interval.ms", "200");
    settings.put("log.cleaner.dedupe.buffer.size", "8388608");
    format(folder.resolve("broker.properties"));
  }

  String address() {
    return address;
  }

  void start() {
    running = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    running.startup();
  }

  void stop() {
    if (running != null) {
      running.shutdown();
      running.awaitShutdown();
      running = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void format(Path file) {
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var arguments =
        new String[] {
          "format",
          "--config",
          file.toString(),
          "--cluster-id",
          Uuid.randomUuid().toString(),
          "--standalone",
          "--ignore-formatted"
        };
    if (StorageTool.execute(arguments, silent) != 0) {
      throw new IllegalStateException("the test's broker cannot format " + file);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
