package newsroom.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTests {

  private static final TopicPartition WIRES = new TopicPartition("wires", 0);

  @TempDir Path folder;

  @Test
  void keepsItsLogOverARestart() throws Exception {
    // Given
    int port = freePort();
    int controller = freePort();
    try (var broker = LocalBroker.start(folder, port, controller)) {
      write(broker, "a ferry ran aground");
    }
    // When
    try (var broker = LocalBroker.start(folder, port, controller)) {
      // Then
      assertThat(read(broker)).containsExactly("a ferry ran aground");
    }
  }

  @Test
  void keepsItsLogWhenItsPortsChange() throws Exception {
    // Given
    try (var broker = LocalBroker.start(folder, freePort(), freePort())) {
      write(broker, "a ferry ran aground");
    }
    // When
    try (var broker = LocalBroker.start(folder, freePort(), freePort())) {
      write(broker, "everybody is ashore");
      // Then
      assertThat(read(broker)).containsExactly("a ferry ran aground", "everybody is ashore");
    }
  }

  private static void write(LocalBroker broker, String value) throws Exception {
    Map<String, Object> servers = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var admin = Admin.create(servers)) {
      if (!admin.listTopics().names().get().contains(WIRES.topic())) {
        admin.createTopics(List.of(new NewTopic(WIRES.topic(), 1, (short) 1))).all().get();
      }
    }
    try (var producer =
        new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(WIRES.topic(), value.getBytes(UTF_8))).get();
    }
  }

  private static List<String> read(LocalBroker broker) {
    Map<String, Object> servers = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(servers, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(WIRES));
      consumer.seekToBeginning(List.of(WIRES));
      return consumer.poll(Duration.ofSeconds(10)).records(WIRES).stream()
          .map(record -> new String(record.value(), UTF_8))
          .toList();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
