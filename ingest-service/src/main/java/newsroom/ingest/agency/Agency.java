package newsroom.ingest.agency;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The profile of one agency: what its wires mean where their format leaves it open.
///
/// @param name its short name, as in `POST /wires/{agency}`
/// @param zone where a date without an offset was written
/// @param language BCP 47, of wires that name none; null where the text is to tell
/// @param charset of wires that declare none and are not UTF-8; null for windows-1252
/// @param emptyEmbargo what an embargo without an end means
/// @param defaults what its stories have where the wire says nothing
/// @param meanings what its own words and signals mean
/// @param guids what its guids begin with, as `urn:newsml:stt.fi:`; by them its wires are known
///     where they come in under a name that nobody has a profile of
/// @param subjectCodes its subject codes, as `subj:15054000` or `stt-subj:12`, to those of Media
///     Topics, alone or with their name, as `medtop:15000000 sport`
public record Agency(
    String name,
    ZoneId zone,
    @Nullable String language,
    @Nullable String charset,
    EmptyEmbargo emptyEmbargo,
    Defaults defaults,
    Meanings meanings,
    List<String> guids,
    Map<String, String> subjectCodes) {

  /// What an embargo without an end means: `hold` the story until the agency says otherwise, or
  /// `ignore` the embargo.
  public enum EmptyEmbargo {
    HOLD,
    IGNORE
  }

  /// What a story has where its wire says nothing.
  ///
  /// @param urgency 1 to 9
  /// @param desk the desk that handles it, as `sport`
  public record Defaults(
      @Nullable Integer urgency,
      @Nullable String desk,
      @Nullable String creditline,
      @Nullable String copyrightHolder,
      @Nullable String copyrightNotice,
      @Nullable String usageTerms) {

    /// Where the profile says nothing either.
    public static final Defaults NONE = new Defaults(null, null, null, null, null, null);
  }

  /// What the agency's words mean. A word in capitals is meant as such, others without regard to
  /// case; `*` stands for any text.
  ///
  /// @param signals by the signal as the wire gives it: `sig:correction`
  /// @param headlines by the words that a headline begins with: `Berichtigung`
  /// @param notes by words of the note to editors: `CORRECTS`
  /// @param cleaned what is taken from the front or the end of a headline: regular expressions
  /// @param blocked subject codes, categories or genres that are never drafted
  public record Meanings(
      Map<String, Meaning> signals,
      Map<String, Meaning> headlines,
      Map<String, Meaning> notes,
      List<String> cleaned,
      List<String> blocked) {

    /// Where its words mean what the standards say.
    public static final Meanings STANDARD =
        new Meanings(Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  /// What a word or a signal makes of a version, the weakest first: an advisory is for editors,
  /// never for readers.
  public enum Meaning {
    UPDATE,
    CORRECTION,
    ADVISORY,
    WITHHOLD,
    KILL
  }

  /// An agency of which nothing is known: dates in UTC, an embargo without an end holds.
  public static Agency unknown(String name) {
    return new Agency(
        name,
        ZoneOffset.UTC,
        null,
        null,
        EmptyEmbargo.HOLD,
        Defaults.NONE,
        Meanings.STANDARD,
        List.of(),
        Map.of());
  }

  Agency named(String other) {
    return new Agency(
        other, zone, language, charset, emptyEmbargo, defaults, meanings, guids, subjectCodes);
  }
}
