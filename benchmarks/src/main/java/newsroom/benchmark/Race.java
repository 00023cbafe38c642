package newsroom.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import newsroom.benchmark.fanout.Fanout;
import newsroom.benchmark.ledger.LedgerAtSize;
import newsroom.benchmark.morgue.LargeArchives;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.plumbing.Plumbing;
import newsroom.benchmark.process.RunFailed;
import newsroom.benchmark.site.Sustained;
import newsroom.benchmark.site.WireToSite;

/// Runs one part of the race and says what it found. Ends with 0 when the figures count, 1 when a
/// story went missing or a goal was not met, 2 when it was asked for something it cannot do, 3
/// when it found no figures.
public final class Race {

  private static final List<Part> PARTS =
      List.of(
          new Plumbing(),
          new WireToSite(),
          new Sustained(),
          new LargeArchives(),
          new Fanout(),
          new LedgerAtSize());

  private Race() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    var part =
        PARTS.stream()
            .filter(known -> arguments.length > 0 && known.name().equals(arguments[0]))
            .findFirst();
    if (part.isEmpty()) {
      System.out.println(usage());
      return arguments.length > 0 && "--help".equals(arguments[0]) ? 0 : 2;
    }
    try {
      return run(part.get(), Options.of(Arrays.copyOfRange(arguments, 1, arguments.length)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + part.get().usage());
      return 2;
    } catch (RunFailed e) {
      System.err.println(e.getMessage());
      return 3;
    }
  }

  private static int run(Part part, Options options) {
    var folder = Path.of(options.text("report", "benchmarks/target/race"));
    var report = part.run(options, folder.resolve(part.name()));
    report.write(folder);
    System.out.printf("%n%s%n(in %s)%n", report.markdown(), folder.resolve(part.name() + ".md"));
    return report.failures().isEmpty() ? 0 : 1;
  }

  private static String usage() {
    return PARTS.stream()
        .map(Part::usage)
        .collect(Collectors.joining("\n", "race PART [options]\n\n", ""));
  }
}
