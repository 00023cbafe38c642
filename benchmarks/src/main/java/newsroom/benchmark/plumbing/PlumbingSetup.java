package newsroom.benchmark.plumbing;

import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Schedule;

/// What a run was asked for.
///
/// @param blocks how many rounds must count; a round is one block of each relay
/// @param partitions of each topic
/// @param keepNoisy count rounds too in which other programs took CPU
/// @param first the relay that is measured
/// @param leastRatio of the first relay's speed to the floor's, under which the run fails
/// @param load what each block does
record PlumbingSetup(
    int blocks, int partitions, boolean keepNoisy, Relay first, double leastRatio, Load load) {

  /// A tenth of a core: above that a block is noisy.
  static final double QUIET_CORES = 0.1;

  static final String USAGE =
      """
      plumbing    the enrichment service with its enricher off against plain Kafka clients, in turns
        --blocks 5            rounds of one block each that must count
        --block-seconds 20    full load, measured, in each block
        --warmup-seconds 14   full load before it, not measured
        --latency-seconds 15  steady rate, measured, in each block
        --rate 100            that rate, articles a second
        --window 2000         articles on their way at most at full load
        --stories 10000       stories that the articles are versions of
        --partitions 6        of each topic
        --min-ratio 0         fail when the service has less of the floor's speed
        --keep-noisy          count blocks in which other programs took more than 10 % of a core
        --floor-twice         race the floor against itself: shows what a difference must exceed
        --smoke               one short block each, noisy or not: does the race still run?
        --report FOLDER       where to write the report (benchmarks/target/race)
      """;

  static PlumbingSetup of(Options options) {
    var smoke = options.flag("smoke");
    var setup =
        new PlumbingSetup(
            options.number("blocks", smoke ? 1 : 5),
            options.number("partitions", 6),
            options.flag("keep-noisy") || smoke,
            options.flag("floor-twice") ? Relay.FLOOR : Relay.SERVICE,
            options.decimal("min-ratio", 0),
            load(options, smoke));
    options.end();
    return setup;
  }

  /// What each block does.
  ///
  /// @param stories how many stories its events are versions of
  record Load(int stories, Schedule schedule) {}

  private static Load load(Options options, boolean smoke) {
    var schedule =
        new Schedule(
            options.number("window", 2_000),
            options.decimal("warmup-seconds", smoke ? 3 : 14),
            options.decimal("block-seconds", smoke ? 3 : 20),
            options.decimal("rate", 100),
            smoke ? 1 : 3,
            options.decimal("latency-seconds", smoke ? 3 : 15));
    return new Load(options.number("stories", 10_000), schedule);
  }
}
