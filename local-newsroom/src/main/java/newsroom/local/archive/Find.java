package newsroom.local.archive;

import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// What stands at one place of an archive.
sealed interface Find {

  /// Where, as `corpus.jsonl:17`.
  String place();

  /// A story.
  ///
  /// @param url where readers reach it; null where the archive does not say
  /// @param hash SHA-256 of what it was read from, hex
  record Story(String place, String agency, Copy copy, @Nullable String url, String hash)
      implements Find {}

  /// What cannot be read.
  ///
  /// @param reason a sentence
  record Unreadable(String place, String reason) implements Find {}
}
