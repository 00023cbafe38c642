package newsroom.benchmark.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import newsroom.benchmark.count.Counts;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.machine.CpuUse;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.plumbing.load.LoadResult;
import newsroom.benchmark.process.RunFailed;
import newsroom.benchmark.report.Report;
import org.junit.jupiter.api.Test;

class PlumbingReportTests {

  private static final Counts ALL_THERE = new Counts(100, 0, 0, 0);

  @Test
  void theRatioIsThatOfTheMedians() {
    // Given
    var rounds =
        List.of(
            round(900, 1000),
            round(500, 2000),
            round(1000, 1000),
            round(800, 1100),
            round(700, 900));

    // When
    var report = report(rounds);

    // Then
    assertThat(report.failures()).isEmpty();
    assertThat(report.markdown())
        .containsPattern("articles/s, median +\\| +800 \\| +1,000 \\| +0.80")
        .containsPattern("worst block +\\| +500 \\| +900 \\| +0.50")
        .containsPattern("µs/article, relay +\\| +25.0 \\| +20.0 \\| +1.25")
        .contains("5 of 5 rounds count");
  }

  @Test
  void aMissingArticleFailsTheRunAlsoInANoisyRound() {
    // Given
    var lossy = new Round(block(800, 0.5, new Counts(100, 1, 0, 0)), block(1000, 0, ALL_THERE));

    // When
    var report = report(List.of(round(800, 1000), lossy));

    // Then
    assertThat(report.failures()).containsExactly("1 articles went missing");
  }

  @Test
  void lessThanTheWantedRatioFailsTheRun() {
    assertThat(report(List.of(round(400, 1000)), "--min-ratio", "0.5").failures())
        .containsExactly("0.40 of the floor's speed, 0.50 wanted");
  }

  @Test
  void aNoisyRoundDoesNotCount() {
    // Given
    var noisy = new Round(block(10, 0.2, ALL_THERE), block(1000, 0, ALL_THERE));

    // Then
    assertThat(report(List.of(noisy, round(800, 1000))).markdown()).contains("1 of 2 rounds count");
    assertThat(report(List.of(noisy), "--keep-noisy").markdown()).contains("1 of 1 rounds count");
  }

  @Test
  void onlyNoiseIsNoResult() {
    // Given
    var noisy = new Round(block(10, 0.2, ALL_THERE), block(1000, 0, ALL_THERE));

    // Then
    assertThatThrownBy(() -> report(List.of(noisy)))
        .isInstanceOf(RunFailed.class)
        .hasMessageContaining("--keep-noisy");
  }

  private static Report report(List<Round> rounds, String... options) {
    return new PlumbingReport(PlumbingSetup.of(Options.of(options)), rounds).report();
  }

  private static Round round(long first, long floor) {
    return new Round(block(first, 0, ALL_THERE), block(floor, 0, ALL_THERE));
  }

  /// One second in which so many came through; a slower relay took more CPU for each.
  private static LoadResult block(long arrived, double foreign, Counts counts) {
    var cpu = new CpuUse(1, Map.of("relay", 0.02), foreign);
    return new LoadResult(arrived, cpu, cpu, Histograms.write(Histograms.empty()), counts);
  }
}
