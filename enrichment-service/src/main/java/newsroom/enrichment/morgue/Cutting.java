package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import newsroom.enrichment.story.Stories;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.codec.UnknownSchema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Reads events and cuts their stories into words, which is most of the work of filling the morgue:
/// many at a time on several threads, and handed out in the order in which they came.
final class Cutting implements Closeable {

  /// Fewer are read sooner by the one who asks.
  private static final int MANY = 16;

  /// One more thread writes, and merging takes its share.
  private static final int THREADS =
      Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, 8);

  private final Cabinet index;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("morgue-cutting-", 0).daemon().factory());

  Cutting(Cabinet index) {
    this.index = index;
  }

  /// What an event is, ready to be put into the index.
  sealed interface Cut {

    /// The last word on a story.
    ///
    /// @param clipping null where the story is not live
    record Word(Published event, @Nullable Clipping clipping) implements Cut {}

    /// Nothing is known of the story any more.
    record Tombstone(String uri) implements Cut {}

    /// An event that this build cannot read, and why.
    record Unreadable(ConsumerRecord<String, byte[]> event, String reason) implements Cut {}
  }

  /// Events that are being cut, in the order in which they came.
  @FunctionalInterface
  interface Pile {

    /// The same number in the same order; waits until they are cut.
    List<Cut> cuts() throws IOException;
  }

  /// Begins to cut these; a few are left to whoever asks for them.
  Pile begin(List<ConsumerRecord<String, byte[]>> events) {
    if (events.size() < MANY) {
      return () -> events.stream().map(this::cut).toList();
    }
    var waiting = new ArrayList<Future<List<Cut>>>();
    for (int i = 0; i < events.size(); i += MANY) {
      var some = events.subList(i, Math.min(events.size(), i + MANY));
      waiting.add(threads.submit(() -> some.stream().map(this::cut).toList()));
    }
    return () -> {
      var cuts = new ArrayList<Cut>(events.size());
      for (var some : waiting) {
        cuts.addAll(outcome(some));
      }
      return cuts;
    };
  }

  private static <T> T outcome(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Cut cut(ConsumerRecord<String, byte[]> event) {
    if (event.value() == null) {
      return new Cut.Tombstone(event.key());
    }
    try {
      return cut(EventCodec.PUBLISHED.decode(event.value()));
    } catch (UnknownSchema e) {
      return new Cut.Unreadable(event, String.valueOf(e.getMessage()));
    }
  }

  private Cut.Word cut(Published event) {
    return new Cut.Word(event, clipping(event, index));
  }

  /// What the index keeps of an event's story; null where it is not live.
  static @Nullable Clipping clipping(Published event, Cabinet index) {
    var article = event.getArticle();
    return event.getState() == StoryState.LIVE && article != null
        ? index.clip(Stories.live(event, article))
        : null;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
