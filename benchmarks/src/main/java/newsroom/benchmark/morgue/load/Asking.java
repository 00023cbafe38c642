package newsroom.benchmark.morgue.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import newsroom.benchmark.archive.Archive;
import newsroom.benchmark.process.Json;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Cuttings;
import newsroom.enrichment.ranking.Lookup;
import newsroom.enrichment.ranking.Recipe;
import newsroom.enrichment.ranking.RelatedSettings;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Story;

/// Asks the index of a service that has stopped for the related stories of new ones, with the
/// service's own ranking, on one thread. A process of its own; its argument is an [AskPlan].
public final class Asking {

  private static final RelatedSettings SETTINGS = new RelatedSettings(true, 0.25, 0.9);
  private static final double NANOS = 1e6;
  private static final long MEGABYTE = 1_000_000;

  private Asking() {}

  public static void main(String[] arguments) throws IOException {
    var plan = Json.read(arguments[0], AskPlan.class);
    var archive = Archive.of(Path.of(plan.corpus()));
    var stories = new ArrayList<Story>();
    for (int i = 0; i < 2 * plan.questions(); i++) {
      stories.add(Stories.of(archive.article(plan.from() + i)));
    }
    var embeddings = plan.embedding() ? Embeddings.patient() : Embeddings.none();
    embeddings.of(stories.getFirst());
    long before = heap();
    long start = System.nanoTime();
    try (var cuttings = new Cuttings(Path.of(plan.index()), embeddings)) {
      links(cuttings, embeddings, stories.getFirst());
      long open = Math.round((System.nanoTime() - start) / NANOS);
      ask(cuttings, embeddings, stories.subList(0, plan.questions()));
      var asked = stories.subList(plan.questions(), stories.size());
      var costs = ask(cuttings, embeddings, asked);
      Json.write(Path.of(plan.result()), asked(costs, cuttings.stories(), open, heap() - before));
    }
    System.exit(0);
  }

  private record Costs(List<Double> millis, int links) {}

  private static Costs ask(Cuttings cuttings, Embeddings embeddings, List<Story> stories)
      throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    var millis = new ArrayList<Double>();
    int links = 0;
    for (var story : stories) {
      long start = threads.getCurrentThreadCpuTime();
      links += links(cuttings, embeddings, story);
      millis.add((threads.getCurrentThreadCpuTime() - start) / NANOS);
    }
    Collections.sort(millis);
    return new Costs(millis, links);
  }

  private static int links(Cuttings cuttings, Embeddings embeddings, Story story)
      throws IOException {
    var lookup = new Lookup(SETTINGS, Recipe.MEASURED);
    var asked = new Lookup.Asked(story, embeddings.of(story), Instant.MAX);
    return cuttings.ask(holdings -> lookup.ask(holdings, asked)).size();
  }

  private static Asked asked(Costs costs, int stories, long open, long heap) {
    var millis = costs.millis();
    return new Asked(
        stories,
        millis.get(millis.size() / 2),
        millis.get((int) (millis.size() * 0.9)),
        millis.get((int) ((millis.size() - 1) * 0.99)),
        millis.getLast(),
        costs.links() / (double) millis.size(),
        open,
        heap / MEGABYTE);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
