package newsroom.local.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.reading.ReadingRoom;
import newsroom.local.filing.Wires;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.logging.LoggingSystem;

/// `newsroom import ARCHIVE…`: brings a past archive to the morgue. It can be broken off and begun
/// again at any time: `articles.published` itself says what it has.
public final class ImportArchive {

  private final Options options;
  private final PrintStream err;
  private final Duration every;

  private ImportArchive(Options options, PrintStream err, Duration every) {
    this.options = options;
    this.err = err;
    this.every = every;
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("logging.level.root", "off");
    LoggingSystem.get(ImportArchive.class.getClassLoader()).beforeInitialize();
    System.exit(run(System.err, Duration.ofSeconds(2), arguments));
  }

  /// Returns 0 when every story was read, 1 when one was not or Kafka did not take all, 2 when the
  /// command makes no sense.
  ///
  /// @param every how often it is said how far it is
  static int run(PrintStream err, Duration every, String... arguments)
      throws IOException, InterruptedException {
    try {
      return new ImportArchive(Options.parse(arguments), err, every).run();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      err.println("there is no " + e.getMessage());
      return 2;
    } catch (KafkaException e) {
      err.println(e.getMessage() + "; begin again and it goes on from here");
      return 1;
    }
  }

  private int run() throws IOException, InterruptedException {
    var files = files();
    var kafka = options.kafka();
    try (var topic = new PublishedTopic(kafka)) {
      if (!topic.exists()) {
        err.println("the Kafka at " + kafka + " has no topic " + ArticleTopics.PUBLISHED);
        return 2;
      }
      try (var room = ReadingRoom.open()) {
        return bring(files, topic, room);
      }
    }
  }

  /// All of them before the first is read: a path that leads nowhere is known at once.
  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (var path : options.paths()) {
      files.addAll(Wires.in(path));
    }
    return files;
  }

  private int bring(List<Path> files, PublishedTopic topic, ReadingRoom room) throws IOException {
    long bytes = 0;
    for (var file : files) {
      bytes += Files.size(file);
    }
    var importing = new Importing(topic, room.proofs(), Clock.systemUTC(), err);
    var tally = importing.tally();
    var progress = new Progress(err, tally, bytes, every);
    var wires = new WireFiles(room.reader(), options.agency());
    var lines = new Lines(options.agency(), options.language());
    long before = 0;
    for (var file : files) {
      long start = before;
      Holdings holdings = Lines.is(file) ? lines : wires;
      try {
        holdings.read(file, importing::take, read -> progress.at(start + read));
      } catch (IOException e) {
        importing.take(
            new Find.Unreadable(file.toString(), "This file cannot be read: " + e.getMessage()));
      }
      before += Files.size(file);
    }
    topic.flush();
    progress.end();
    return tally.unreadable == 0 ? 0 : 1;
  }
}
