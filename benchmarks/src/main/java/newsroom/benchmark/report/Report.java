package newsroom.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import newsroom.benchmark.process.Json;

/// What a part of the race found.
///
/// @param part its name
/// @param title its heading
/// @param notes sentences that a reader needs to judge the figures
/// @param tables the figures
/// @param failures why the run does not count, one sentence each; none when it does
/// @param data everything measured, for programs
public record Report(
    String part,
    String title,
    List<String> notes,
    List<Table> tables,
    List<String> failures,
    Object data) {

  /// Heading, notes, tables and failures.
  public String markdown() {
    var tables = this.tables.stream().map(Table::markdown).collect(Collectors.joining("\n\n"));
    var notes = this.notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n"));
    var failures =
        this.failures.stream()
            .map(failure -> "\n**FAILED**: " + failure + "\n")
            .collect(Collectors.joining());
    return "## %s%n%n%s%n%n%s%n%s".formatted(title, tables, notes, failures);
  }

  /// Writes `part.md` and `part.json` into this folder.
  public void write(Path folder) {
    Json.write(folder.resolve(part + ".json"), this);
    try {
      Files.writeString(folder.resolve(part + ".md"), markdown());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report into " + folder, e);
    }
  }
}
