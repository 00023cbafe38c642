package newsroom.ingest.copy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a story as a format read it. The fields mean what they mean in `articles.avdl`.
///
/// @param guid what identifies the story within its agency, always the same for the same story; a
///     format whose wires have no identifier builds it from the fields that its standard makes
///     unique
/// @param charset the charset it was read in, and why
public record Copy(
    String guid,
    String format,
    @Nullable String charset,
    Lifecycle lifecycle,
    Handling handling,
    Headlines headlines,
    Subjects subjects,
    Rights rights,
    List<Picture> pictures,
    @Nullable String leadPicture,
    List<Block> body) {

  /// Which version this is and when it may be seen.
  ///
  /// @param version the agency's version, 1 where it has none
  /// @param versionCreated when this version was made; never guessed from the clock where the wire
  ///     says it
  /// @param undated whether the wire names no date, so that versionCreated is the time of receipt
  public record Lifecycle(
      long version,
      Instant versionCreated,
      boolean undated,
      @Nullable Instant firstCreated,
      Status status,
      Change change,
      @Nullable Instant embargoedUntil,
      @Nullable Instant expires,
      @Nullable Integer urgency,
      @Nullable String correctionNote,
      @Nullable String edNote) {}

  /// NewsML-G2 pubStatus.
  public enum Status {
    USABLE,
    WITHHELD,
    CANCELED
  }

  /// What the agency says this version is.
  public enum Change {
    NEW,
    UPDATE,
    CORRECTION,
    KILL
  }

  /// What the agency says to those who handle the story.
  ///
  /// @param type ninjs type, as `text` or `picture`; null where the wire does not say
  /// @param desk the desk that handles it, by the agency's profile, as `sport`
  /// @param signals in the agency's own vocabulary, as `sig:correction`, `edStat:C`; the agency's
  ///     profile says which of them mean a correction, a kill or an advisory
  /// @param replaces guids of the agency's items that this one corrects, replaces or goes on from
  ///     under another guid
  /// @param identifier the item's identifier as the wire writes it, where that is another than the
  ///     guid: some formats number each revision in it
  public record Handling(
      @Nullable String type,
      @Nullable String desk,
      List<String> signals,
      List<String> replaces,
      @Nullable String identifier) {

    /// Of an item whose identifier is the guid.
    public Handling(
        @Nullable String type, @Nullable String desk, List<String> signals, List<String> replaces) {
      this(type, desk, signals, replaces, null);
    }

    /// Where the wire says nothing of the kind.
    public static final Handling NONE = new Handling(null, null, List.of(), List.of());
  }

  /// What stands above the text.
  ///
  /// @param language BCP 47; null where the wire names none
  /// @param languageDetected whether the language was told from the text
  public record Headlines(
      String headline,
      @Nullable String summary,
      @Nullable String slugline,
      @Nullable String byline,
      @Nullable String dateline,
      @Nullable String genre,
      @Nullable String language,
      boolean languageDetected) {

    /// As a wire has them.
    public Headlines(
        String headline,
        @Nullable String summary,
        @Nullable String slugline,
        @Nullable String byline,
        @Nullable String dateline,
        @Nullable String genre,
        @Nullable String language) {
      this(headline, summary, slugline, byline, dateline, genre, language, false);
    }
  }

  /// What it is about.
  public record Subjects(
      @Nullable Concept located,
      List<Concept> subjects,
      List<Concept> places,
      List<Concept> people,
      List<Concept> organisations,
      List<String> keywords) {}

  /// Whose it is.
  public record Rights(
      @Nullable String creditline,
      @Nullable String copyrightHolder,
      @Nullable String copyrightNotice,
      @Nullable String usageTerms) {}
}
