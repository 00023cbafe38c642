package newsroom.ingest.agency;

import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// Fills in what the wire does not say and the profile knows.
record Unsaid(Agency.Defaults defaults) {

  Copy.Lifecycle lifecycle(Copy.Lifecycle life) {
    return life.urgency() != null || defaults.urgency() == null
        ? life
        : new Copy.Lifecycle(
            life.version(),
            life.versionCreated(),
            life.undated(),
            life.firstCreated(),
            life.status(),
            life.change(),
            life.embargoedUntil(),
            life.expires(),
            defaults.urgency(),
            life.correctionNote(),
            life.edNote());
  }

  Copy.Handling handling(Copy.Handling handling) {
    return handling.desk() != null || defaults.desk() == null
        ? handling
        : new Copy.Handling(
            handling.type(),
            defaults.desk(),
            handling.signals(),
            handling.replaces(),
            handling.identifier());
  }

  Copy.Rights rights(Copy.Rights rights) {
    return new Copy.Rights(
        first(rights.creditline(), defaults.creditline()),
        first(rights.copyrightHolder(), defaults.copyrightHolder()),
        first(rights.copyrightNotice(), defaults.copyrightNotice()),
        first(rights.usageTerms(), defaults.usageTerms()));
  }

  private static @Nullable String first(@Nullable String said, @Nullable String otherwise) {
    return said == null || said.isBlank() ? otherwise : said;
  }
}
