package newsroom.enrichment.enricher;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.story.Telling;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Asks all enrichers, and goes on without those that fail or are slow.
@Component
public class Enrichers implements DisposableBean {

  private final List<Desk> desks;
  private final EnricherSettings settings;

  /// As many stories of a batch at a time as there are cores: more would only wait for each other
  /// and use their budgets up.
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("enrich-", 0).daemon().factory());

  /// Apart from the workers, so that one that hangs can be left behind.
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("enricher-", 0).factory());

  Enrichers(
      List<Enricher> enrichers, EnricherSettings settings, Clock clock, MeterRegistry meters) {
    this.desks = enrichers.stream().map(e -> new Desk(e, settings.rest(), clock, meters)).toList();
    this.settings = settings;
  }

  /// What they found for each of these within its time budget, in the same order; nothing where
  /// there is no story.
  public List<Enrichment> enrichAll(List<Optional<Story>> stories) {
    if (desks.isEmpty() || stories.size() == 1) {
      return stories.stream().map(this::enrich).toList();
    }
    var answers = stories.stream().map(story -> workers.submit(() -> enrich(story))).toList();
    return answers.stream().map(Enrichers::result).toList();
  }

  private static Enrichment result(Future<Enrichment> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking the enrichers failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the enrichers", e);
    }
  }

  private Enrichment enrich(Optional<Story> story) {
    return desks.isEmpty() ? Enrichment.NONE : story.map(this::ask).orElse(Enrichment.NONE);
  }

  private Enrichment ask(Story story) {
    long end = System.nanoTime() + settings.budget().toNanos();
    var related = new ArrayList<Candidate>();
    var tellings = new ArrayList<Telling>();
    var missing = new ArrayList<String>();
    var answers = new LinkedHashMap<Desk, Future<Enrichment>>();
    for (var desk : desks) {
      if (desk.isResting()) {
        desk.miss(story.uri(), "resting");
        missing.add(desk.name());
      } else {
        answers.put(desk, threads.submit(() -> desk.ask(story)));
      }
    }
    answers.forEach(
        (desk, answer) ->
            desk.await(answer, end - System.nanoTime(), story.uri())
                .ifPresentOrElse(
                    found -> {
                      related.addAll(found.related());
                      tellings.addAll(found.tellings());
                      missing.addAll(found.missing());
                    },
                    () -> missing.add(desk.name())));
    return new Enrichment(related, tellings, missing);
  }

  @Override
  public void destroy() {
    workers.shutdown();
    threads.shutdown();
  }
}
