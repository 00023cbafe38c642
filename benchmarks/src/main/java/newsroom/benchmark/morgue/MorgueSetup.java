package newsroom.benchmark.morgue;

import java.nio.file.Path;
import newsroom.benchmark.part.Options;

/// What a run was asked for.
///
/// @param corpus file of stories to vary
/// @param small stories of the small archive
/// @param large stories of the large one
/// @param questions asked of each
/// @param drafts enriched by one and by two instances; 0 leaves that out
/// @param heap of each service
record MorgueSetup(
    Path corpus, int small, int large, int questions, int drafts, String heap, int partitions) {

  static final String USAGE =
      """
      morgue      related links from large archives: CPU of asking, building again, opening
        --corpus FILE         stories to vary: JSON Lines of published, headline, body; may be gzipped
        --small 33000         stories of the small archive
        --large 1000000       stories of the large one
        --questions 3000      asked of each, after as many to warm up
        --drafts 10000        enriched by one and by two instances with the small archive; 0: not at all
        --heap 2g             of each service
        --partitions 6        of each topic
        --report FOLDER       where to write the report (benchmarks/target/race)
      """;

  static MorgueSetup of(Options options) {
    var corpus = options.text("corpus", "");
    if (corpus.isEmpty()) {
      throw new IllegalArgumentException("--corpus FILE is missing");
    }
    var setup =
        new MorgueSetup(
            Path.of(corpus).toAbsolutePath(),
            options.number("small", 33_000),
            options.number("large", 1_000_000),
            options.number("questions", 3_000),
            options.number("drafts", 10_000),
            options.text("heap", "2g"),
            options.number("partitions", 6));
    options.end();
    return setup;
  }
}
