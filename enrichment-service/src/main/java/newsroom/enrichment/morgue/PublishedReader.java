package newsroom.enrichment.morgue;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import newsroom.enrichment.broker.Broker;
import newsroom.enrichment.broker.DeadLetters;
import newsroom.enrichment.broker.Loop;
import newsroom.enrichment.broker.Unreachable;
import org.apache.kafka.common.KafkaException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the morgue up to date on a thread of its own: opens the index, reads `articles.published`
/// from the bookmark on, and starts over whenever something is not as it was.
@Component
class PublishedReader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PublishedReader.class);

  private final Morgue morgue;
  private final Cabinets cabinets;
  private final Read read;
  private final Loop loop = new Loop("morgue", this::turn);

  @Autowired
  PublishedReader(
      Morgue morgue,
      MorgueSettings settings,
      Cabinets cabinets,
      Broker broker,
      DeadLetters deadLetters,
      Clock clock) {
    this(
        morgue,
        cabinets,
        stopping -> {
          var turn = cabinets.turn(morgue);
          if (turn.isPresent()) {
            try (var mine = turn.get();
                var session = new Session(morgue, settings, cabinets, broker, clock, mine)) {
              session.read(deadLetters, stopping);
            }
          }
        });
  }

  PublishedReader(Morgue morgue, Cabinets cabinets, Read read) {
    this.morgue = morgue;
    this.cabinets = cabinets;
    this.read = read;
  }

  /// Reads until told to stop, or until something is not as it was.
  @FunctionalInterface
  interface Read {
    void until(BooleanSupplier stopping) throws IOException;
  }

  @Override
  public void start() {
    loop.start();
  }

  private void turn() {
    try {
      read();
    } catch (RuntimeException | Error e) {
      // there may be no memory even to say so; a reader that ended would leave the morgue as it
      // is
      morgue.say(Morgue.State.closed("the reader of articles.published is in trouble"));
    }
  }

  private void read() {
    try {
      read.until(() -> !loop.running());
    } catch (IOException | RuntimeException | Error e) {
      trouble(e);
    }
  }

  private void trouble(Throwable e) {
    var sentence = sentence(e);
    if (!sentence.equals(morgue.state().trouble())) {
      var level = e instanceof Unreachable ? log.atInfo() : log.atWarn();
      level
          .addKeyValue("folder", cabinets.name(Cabinets.Place.FIRST))
          .log("the morgue waits: {}", sentence);
    }
    morgue.say(Morgue.State.closed(sentence));
    if (isDamage(e)) {
      try {
        cabinets.wipe(Cabinets.Place.FIRST);
        cabinets.wipe(Cabinets.Place.SECOND);
      } catch (IOException | RuntimeException wiping) {
        log.atWarn()
            .addKeyValue("folder", cabinets.name(Cabinets.Place.FIRST))
            .log("cannot clear the index: {}", wiping.toString());
      }
    }
  }

  private String sentence(Throwable e) {
    return switch (e) {
      case LockObtainFailedException _ -> "another instance uses this folder";
      case Unreachable unreachable -> String.valueOf(unreachable.getMessage());
      default -> isDamage(e) ? "the index cannot be read and is built again: " + e : e.toString();
    };
  }

  private boolean isDamage(Throwable e) {
    return cabinets.canBeDamaged() && isCorrupt(e);
  }

  private static boolean isCorrupt(Throwable e) {
    return switch (e) {
      // the file that it misses may be one with certificates, and is none of the index
      case Unreachable _ -> false;
      case KafkaException _ -> false;
      case CorruptIndexException _ -> true;
      case IndexFormatTooOldException _ -> true;
      case IndexFormatTooNewException _ -> true;
      case EOFException _ -> true;
      case NoSuchFileException _ -> true;
      case FileNotFoundException _ -> true;
      // Lucene's word for a codec that this build does not carry
      case IllegalArgumentException illegal -> String.valueOf(illegal.getMessage()).contains("SPI");
      default -> e.getCause() != null && isCorrupt(e.getCause());
    };
  }

  @Override
  public void stop() {
    if (!loop.end(Duration.ofSeconds(20))) {
      log.warn("the morgue did not close in time; it is read again from its last commit");
    }
  }

  @Override
  public boolean isRunning() {
    return loop.running();
  }

  /// Before the binding of drafted stories, which waits for it, and closed after it.
  @Override
  public int getPhase() {
    return 0;
  }
}
