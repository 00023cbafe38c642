package newsroom.publish.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a story with its related candidates. The fields mean what they mean in
/// `articles.avdl`.
///
/// @param related best first
/// @param readingSeconds how long reading it takes; null where that is not known
public record Story(
    String uri,
    Mark mark,
    Lifecycle lifecycle,
    Headlines headlines,
    Subjects subjects,
    Rights rights,
    List<Picture> pictures,
    @Nullable String leadPicture,
    List<Block> body,
    List<Candidate> related,
    Origin origin,
    @Nullable Integer readingSeconds) {

  /// A version of which nobody says how long reading it takes.
  public Story(
      String uri,
      Mark mark,
      Lifecycle lifecycle,
      Headlines headlines,
      Subjects subjects,
      Rights rights,
      List<Picture> pictures,
      @Nullable String leadPicture,
      List<Block> body,
      List<Candidate> related,
      Origin origin) {
    this(
        uri,
        mark,
        lifecycle,
        headlines,
        subjects,
        rights,
        pictures,
        leadPicture,
        body,
        related,
        origin,
        null);
  }

  /// When it may be seen.
  public record Lifecycle(
      Status status,
      Change change,
      @Nullable Instant firstCreated,
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

  /// What stands above the text.
  ///
  /// @param language BCP 47
  public record Headlines(
      String headline,
      @Nullable String summary,
      @Nullable String slugline,
      @Nullable String byline,
      @Nullable String dateline,
      @Nullable String genre,
      String language) {}

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

  /// Where it came from.
  ///
  /// @param agency the agency's short name
  /// @param guid the agency's own identifier
  /// @param tellings the same story as other agencies tell it, the earliest first; empty where none
  ///     is known
  public record Origin(
      String agency,
      @Nullable String guid,
      Instant received,
      Filing filing,
      List<Telling> tellings) {

    /// The only telling that is known.
    public Origin(String agency, @Nullable String guid, Instant received, Filing filing) {
      this(agency, guid, received, filing, List.of());
    }
  }

  /// How it was filed, and what tells this version from others beside its mark.
  ///
  /// @param undated the wire names no date: the mark's time is the time of receipt
  /// @param contentHash equal for versions that differ in number or date only; null where an older
  ///     ingest did not say
  /// @param replaces uris of other stories that this version says it replaces. It is carried and
  ///     said on, and takes nothing down
  /// @param desk the desk that handles it, by the agency's profile, as `sport`
  /// @param type ninjs type, as `text`; null where the wire does not say
  public record Filing(
      boolean undated,
      @Nullable String contentHash,
      List<String> replaces,
      @Nullable String desk,
      @Nullable String type) {

    /// A version with a date, of which nothing more is known.
    public static final Filing DATED = new Filing(false, null, List.of());

    /// Of which neither desk nor type is known.
    public Filing(boolean undated, @Nullable String contentHash, List<String> replaces) {
      this(undated, contentHash, replaces, null, null);
    }
  }
}
