package newsroom.enrichment.story;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One version of a story.
///
/// @param mark which version this is
/// @param language BCP 47 tag, as the agency gave it
/// @param body blocks in the order of the article, with the same indexes
/// @param setting names of the places and desks around the story: true of much else that comes from
///     there, too
/// @param time when readers got, or will get, this news: the age of a story counts from here
/// @param particulars what the agency says beside the text
/// @param origin who tells it
/// @param archive where readers reach it, when it is live in an archive and on no site; empty when
///     nobody said where that is; else null
public record Story(
    String uri,
    Mark mark,
    String language,
    Heading heading,
    List<Block> body,
    String setting,
    Instant time,
    Particulars particulars,
    Origin origin,
    @Nullable String archive) {

  /// A story of which nothing is known beside its text.
  public Story(
      String uri,
      Mark mark,
      String language,
      Heading heading,
      List<Block> body,
      String setting,
      Instant time) {
    this(uri, mark, language, heading, body, setting, time, Particulars.NONE, Origin.UNKNOWN, null);
  }

  /// Who tells it.
  ///
  /// @param agency its short name; empty where it is not known
  /// @param firstLive since when readers have it; null while they do not
  public record Origin(String agency, @Nullable Instant firstLive) {

    static final Origin UNKNOWN = new Origin("", null);
  }

  /// What stands over the body.
  ///
  /// @param summary empty where the agency sent none
  public record Heading(String headline, String summary) {}

  public String headline() {
    return heading.headline();
  }

  /// What a reader reads under the headline: the summary and every block that is the reporter's own
  /// text.
  public String text() {
    var paragraphs =
        body.stream()
            .filter(block -> block.kind().isText())
            .map(Block::text)
            .collect(Collectors.joining("\n"));
    return heading.summary().isEmpty() || paragraphs.startsWith(heading.summary())
        ? paragraphs
        : heading.summary() + "\n" + paragraphs;
  }
}
