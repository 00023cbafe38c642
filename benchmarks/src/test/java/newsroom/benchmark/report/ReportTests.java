package newsroom.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {

  @Test
  void columnsAreAlignedFiguresToTheRight() {
    // When
    var table = Table.headed("what", "ours", "floor").row("p50", "1.25", "10.00");

    // Then
    assertThat(table.markdown())
        .isEqualTo(
            """
            | what | ours | floor |
            | ---- | ---: | ----: |
            | p50  | 1.25 | 10.00 |\
            """);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Table.headed("what", "ours").row("p50"))
        .hasMessageContaining("1 cells");
  }

  @Test
  void theReportIsWrittenForPeopleAndForPrograms(@TempDir Path folder) {
    // Given
    var table = Table.headed("what", "ours").row("p50", "1");
    var report =
        new Report(
            "plumbing",
            "Plumbing",
            List.of("a quiet night"),
            List.of(table),
            List.of("2 went missing"),
            Map.of());

    // When
    report.write(folder.resolve("new"));

    // Then
    assertThat(folder.resolve("new/plumbing.md"))
        .content()
        .contains("## Plumbing", "| p50  |", "- a quiet night", "**FAILED**: 2 went missing");
    assertThat(folder.resolve("new/plumbing.json"))
        .content()
        .contains("\"failures\"", "2 went missing");
  }
}
