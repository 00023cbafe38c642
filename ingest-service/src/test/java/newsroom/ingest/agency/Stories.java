package newsroom.ingest.agency;

import java.time.Instant;
import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// Copy for tests, changed step by step.
record Stories(
    String headline,
    Copy.Status status,
    List<String> signals,
    @Nullable String edNote,
    List<Concept> subjects,
    String text) {

  static final Stories STORY =
      new Stories("Bridge opens", Copy.Status.USABLE, List.of(), null, List.of(), "Text.");

  Stories headed(String other) {
    return new Stories(other, status, signals, edNote, subjects, text);
  }

  Stories with(Copy.Status other) {
    return new Stories(headline, other, signals, edNote, subjects, text);
  }

  Stories signalling(String... others) {
    return new Stories(headline, status, List.of(others), edNote, subjects, text);
  }

  Stories noted(String other) {
    return new Stories(headline, status, signals, other, subjects, text);
  }

  Stories about(Concept... others) {
    return new Stories(headline, status, signals, edNote, List.of(others), text);
  }

  Stories saying(String other) {
    return new Stories(headline, status, signals, edNote, subjects, other);
  }

  Copy copy() {
    return copy(Copy.Change.NEW, null, null);
  }

  Copy copy(Copy.Change change, @Nullable Integer urgency, @Nullable String language) {
    var created = Instant.parse("2026-11-20T08:15:00Z");
    return new Copy(
        "bridge-1",
        "plain",
        "utf-8",
        new Copy.Lifecycle(
            1, created, false, null, status, change, null, null, urgency, null, edNote),
        new Copy.Handling(null, null, signals, List.of()),
        new Copy.Headlines(headline, null, "BRIDGE", null, null, "feature", language),
        new Copy.Subjects(null, subjects, List.of(), List.of(), List.of(), List.of()),
        new Copy.Rights(null, null, " ", null),
        List.of(),
        null,
        List.of(new Block.Paragraph(text)));
  }
}
