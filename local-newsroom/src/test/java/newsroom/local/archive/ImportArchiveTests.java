package newsroom.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import newsroom.local.broker.LocalBroker;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportArchiveTests {

  private static final String LINES =
      """
      {"id": "a1", "published": "2019-03-04T10:00:00Z", "headline": "Dam cracks", "body": "Water & mud.\\nSecond."}
      {"id": "a2", "published": "2019-03-05", "headline": "Dam mended", "body": ["One.", "Two <b>."], "url": "https://old.example.com/a2", "language": "de", "subjects": ["medtop:06000000", "water"]}
      """;

  @TempDir static Path kept;

  private static LocalBroker broker;

  @TempDir Path folder;

  private Path archive;
  private String said = "";

  @BeforeAll
  static void startKafka() throws Exception {
    broker = LocalBroker.start(kept, freePort(), freePort());
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()))) {
      admin.createTopics(new ArticleTopics(2, (short) 1).all()).all().get();
    }
  }

  @AfterAll
  static void stopKafka() {
    broker.close();
  }

  @BeforeEach
  void makeFolder() throws IOException {
    archive = Files.createDirectories(folder.resolve("oldpaper"));
  }

  @Test
  void storiesOfAnArchiveAreSaidAsLiveElsewhereAndOnlyOnce() throws Exception {
    // Given
    var file = Files.writeString(archive.resolve("past.jsonl"), LINES);

    // When
    int code = run(file.toString(), "--agency", "once");

    // Then
    assertThat(code).isZero();
    assertThat(said).contains("2 imported", "0 not read");
    assertThat(events("once")).hasSize(2);
    var mended = event("once", "Dam mended");
    assertThat(mended.getState()).isEqualTo(StoryState.LIVE);
    assertThat(mended.getOutcomes().getFirst().getSite()).hasToString("archive");
    assertThat(mended.getOutcomes().getFirst().getUrl()).hasToString("https://old.example.com/a2");
    assertThat(mended.getVersionCreated()).isEqualTo("2019-03-05T00:00:00Z");
    var article = mended.getArticle();
    assertThat(article.getLanguage()).hasToString("de");
    assertThat(article.getBody()).hasSize(2);
    assertThat(article.getBody().getLast().toString()).contains("Two &lt;b&gt;.");
    assertThat(event("once", "Dam cracks").getArticle().getBody()).hasSize(2);

    // When it is begun again
    run(file.toString(), "--agency", "once");

    // Then
    assertThat(said).contains("0 imported", "2 there already");
  }

  @Test
  void whatCannotBeReadIsSaidWithItsLineAndTheRestGoesOn() throws Exception {
    // Given
    var file = archive.resolve("past.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "{\"id\": \"b1\", \"published\": \"soon\", \"headline\": \"When?\"}\n".getBytes(UTF_8));
      out.write("{\"id\": \"b2\"\n".getBytes(UTF_8));
      out.write("{\"published\": \"2019-03-04\", \"headline\": \"Who?\"}\n\n".getBytes(UTF_8));
      out.write(LINES.getBytes(UTF_8));
    }

    // When
    int code = run(archive.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(said)
        .contains(file + ":1: “soon” is no date")
        .contains(file + ":2: This line is no JSON")
        .contains(file + ":3: This story has no “id”.")
        .contains("2 imported", "3 not read");
    assertThat(events("oldpaper")).hasSize(2);
  }

  @Test
  void wiresAreReadAsTheDeskReadsThem() throws Exception {
    // Given
    Files.writeString(
        archive.resolve("one.json"),
        """
        {"uri": "urn:wire:1", "version": "2", "versioncreated": "2019-03-04T10:00:00Z", "type": "text",
         "pubstatus": "usable", "language": "en", "headline": "Ferry late", "body_text": "The ferry is late."}
        """);
    Files.writeString(
        archive.resolve("two.json"),
        """
        {"uri": "urn:wire:2", "version": "2", "versioncreated": "2019-03-04T10:00:00Z", "type": "text",
         "pubstatus": "canceled", "language": "en", "headline": "Gone", "body_text": "Gone."}
        """);

    // When
    int code = run(archive.toString(), "--agency", "wires");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(said).contains("two.json: This version takes a story back");
    assertThat(events("wires")).containsOnlyKeys("Ferry late");
  }

  @Test
  void aStoryThatTheNewsroomItselfSpokeOfIsLeftAlone() throws Exception {
    // Given
    var file = Files.writeString(archive.resolve("past.jsonl"), LINES);
    run(file.toString(), "--agency", "own");
    var event = event("own", "Dam cracks");
    try (var newsroom = producer()) {
      var killed = Published.newBuilder(event).setState(StoryState.KILLED).setArticle(null).build();
      newsroom
          .send(
              new ProducerRecord<>(
                  ArticleTopics.PUBLISHED,
                  event.getUri().toString(),
                  EventCodec.PUBLISHED.encode(killed)))
          .get();
    }

    // When
    run(file.toString(), "--agency", "own");

    // Then
    assertThat(said).contains("0 imported", "1 there already", "1 left as the newsroom has them");
  }

  @Test
  void aCommandThatMakesNoSenseSaysSo() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--agency")).isEqualTo(2);
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(said).contains("there is no " + folder.resolve("nowhere"));
  }

  private int run(String... words) throws Exception {
    var all = new ArrayList<>(List.of(words));
    if (words.length > 0 && !words[words.length - 1].startsWith("--")) {
      all.addAll(List.of("--to", servers()));
    }
    var out = new ByteArrayOutputStream();
    int code =
        ImportArchive.run(
            new PrintStream(out, true, UTF_8), Duration.ofHours(1), all.toArray(String[]::new));
    said = out.toString(UTF_8);
    return code;
  }

  private static Published event(String agency, String headline) {
    return Objects.requireNonNull(events(agency).get(headline));
  }

  /// The last word on each story of an agency, by its headline.
  private static Map<String, Published> events(String agency) {
    var events = new LinkedHashMap<String, Published>();
    for (var record : records()) {
      var event = EventCodec.PUBLISHED.decode(record.value());
      var article = event.getArticle();
      if (article != null && article.getProvenance().getAgency().toString().equals(agency)) {
        assertThat(PublishedTopic.isOfArchive(record)).isTrue();
        events.put(article.getHeadline().toString(), event);
      }
    }
    return events;
  }

  private static List<ConsumerRecord<String, byte[]>> records() {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", servers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          List.of(
              new TopicPartition(ArticleTopics.PUBLISHED, 0),
              new TopicPartition(ArticleTopics.PUBLISHED, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers()), new StringSerializer(), new ByteArraySerializer());
  }

  private static String servers() {
    return broker.bootstrapServers();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
