package newsroom.enrichment.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What headlines mean. The model is loaded beside the start; without one, or for a language that
/// it does not know, there are no embeddings and words alone decide.
@Component
public class Embeddings implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Embeddings.class);
  private static final Language ENGLISH = new Language("en");

  /// More headlines than this in front of one would be read too late for it anyway.
  private static final int WAITING = 64;

  /// So many headlines are read once, though a story's links, the archive and a later renewal all
  /// ask for them.
  private static final int REMEMBERED = 2_000;

  private final Cache<String, Embedding> read =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  private final boolean enabled;
  private final Duration budget;
  private final FutureTask<Optional<Model>> model;
  private final ThreadPoolExecutor readers;
  private final Timer timer;
  private final Counter late;

  @Autowired
  Embeddings(EmbeddingSettings settings, MeterRegistry meters) {
    this(settings, meters, MiniLm::load);
  }

  Embeddings(EmbeddingSettings settings, MeterRegistry meters, Supplier<Model> loading) {
    this.enabled = settings.enabled();
    this.budget = settings.budget();
    this.model = new FutureTask<>(() -> load(loading));
    this.timer = meters.timer("newsroom.embedding");
    this.late = meters.counter("newsroom.embedding.late");
    this.readers =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("embedding-", 0).daemon().factory());
    if (enabled) {
      Thread.ofPlatform().name("embedding-model").daemon().start(model);
    }
  }

  /// No embeddings, as when they are switched off.
  public static Embeddings none() {
    return new Embeddings(
        new EmbeddingSettings(false, Duration.ZERO, 1), new SimpleMeterRegistry(), MiniLm::load);
  }

  /// Embeddings whatever they take, for whoever measures.
  public static Embeddings patient() {
    return new Embeddings(
        new EmbeddingSettings(true, Duration.ofDays(1), 1),
        new SimpleMeterRegistry(),
        MiniLm::load);
  }

  private static Optional<Model> load(Supplier<Model> loading) {
    try {
      return Optional.of(loading.get());
    } catch (RuntimeException | LinkageError e) {
      log.atWarn()
          .addKeyValue("reason", e.toString())
          .log("headlines are compared by words alone: the model cannot be loaded");
      return Optional.empty();
    }
  }

  /// Of the model; empty where there is none. Waits until it is loaded.
  public String name() {
    return model().map(Model::name).orElse("");
  }

  /// Whether there should be an embedding of this story.
  public boolean covers(Story story) {
    return enabled && Language.of(story.language()).equals(ENGLISH);
  }

  /// What the story's headline means, whatever time it takes; for the archive.
  public Optional<Embedding> of(Story story) {
    return covers(story) ? model().map(m -> read(m, story)) : Optional.empty();
  }

  /// The same, if it can be had soon.
  public Optional<Embedding> inTime(Story story) {
    if (!covers(story)) {
      return Optional.empty();
    }
    try {
      if (model.isDone()) {
        return within(readers.submit(() -> of(story)));
      }
    } catch (RejectedExecutionException _) {
      // too many headlines are waiting
    }
    late.increment();
    return Optional.empty();
  }

  private Optional<Embedding> within(Future<Optional<Embedding>> answer) {
    try {
      return answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      answer.cancel(false);
    } catch (ExecutionException e) {
      log.atDebug().setCause(e).log("a headline was not read");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    late.increment();
    return Optional.empty();
  }

  private Embedding read(Model model, Story story) {
    return read.get(
        story.headline(),
        headline -> {
          long start = System.nanoTime();
          var embedding = Embedding.of(model.read(headline));
          timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
          return embedding;
        });
  }

  private Optional<Model> model() {
    if (!enabled) {
      return Optional.empty();
    }
    try {
      return model.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("loading the model failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the model was loaded", e);
    }
  }

  @Override
  public void destroy() {
    readers.shutdown();
  }
}
