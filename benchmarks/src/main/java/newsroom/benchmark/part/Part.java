package newsroom.benchmark.part;

import java.nio.file.Path;
import newsroom.benchmark.report.Report;

/// One part of the race.
public interface Part {

  /// Its name on the command line.
  String name();

  /// What it measures and its options with their defaults, for `--help`.
  String usage();

  /// Runs it. Nothing is compared across runs, so all that is compared happens in here.
  ///
  /// @param folder where processes may work and print
  Report run(Options options, Path folder);
}
