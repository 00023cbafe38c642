package newsroom.ingest.format.dpa;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads the notes to editors, each with a role.
final class EdNotes {

  private final Keys entry;
  private final List<Keys> notes;

  EdNotes(Keys entry) {
    this.entry = entry;
    this.notes = entry.objects("ednotes").stream().map(Keys.Named::keys).toList();
  }

  /// All of them.
  @Nullable String forEditors() {
    var all =
        Stream.concat(
                Stream.ofNullable(entry.text("ednote")),
                notes.stream().map(note -> Plain.ofMarkup(note.raw("ednote"))))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" | "));
    return all.isEmpty() ? notepad() : all;
  }

  /// What was put right, where the agency says that readers may be told; the short form first.
  @Nullable String correction() {
    return Stream.of("correctionshort", "correction")
        .flatMap(
            role ->
                notes.stream()
                    .filter(note -> String.valueOf(note.text("role")).endsWith(":" + role)))
        .filter(note -> note.stated("ispublishable") != null)
        .map(note -> Plain.ofMarkup(note.raw("ednote")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String notepad() {
    var notepad = entry.object("notepad");
    return notepad == null
        ? null
        : Plain.first(
            Plain.ofMarkup(notepad.raw("publichtml")),
            Plain.ofMarkup(notepad.raw("nonpublichtml")));
  }
}
