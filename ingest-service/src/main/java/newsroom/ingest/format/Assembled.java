package newsroom.ingest.format;

import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Lead;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Plain;
import org.jspecify.annotations.Nullable;

/// The last steps of every format: a headline where the wire has none, the lead picture, no
/// headline twice.
///
/// @param origin where the copy came from: its format and the charset it was read in
public record Assembled(
    Origin origin,
    String guid,
    Copy.Lifecycle lifecycle,
    Copy.Handling handling,
    Copy.Subjects subjects,
    Copy.Rights rights,
    Content content) {

  private static final int HEADLINE_LENGTH = 120;

  /// The format's name and the charset.
  public record Origin(String format, String charset) {}

  /// What is there to read and see.
  ///
  /// @param headlines with an empty headline where the wire has none
  /// @param lead the id of the picture that the wire attaches to the story
  public record Content(
      Copy.Headlines headlines, List<Picture> pictures, @Nullable String lead, List<Block> body) {}

  /// The copy.
  ///
  /// @throws Unreadable when a story that is to be published has nothing to publish
  public Copy copy() throws Unreadable {
    var told = content.headlines();
    var headline =
        Plain.first(
            told.headline(),
            Blocks.beginning(content.body(), HEADLINE_LENGTH),
            told.summary() == null ? null : Plain.shortened(told.summary(), HEADLINE_LENGTH),
            content.pictures().isEmpty() ? null : content.pictures().getFirst().caption(),
            told.slugline());
    if (headline == null && lifecycle.status() == Copy.Status.USABLE) {
      throw new Unreadable("'" + guid + "' has neither headline nor text");
    }
    var lead = Lead.of(content.lead(), Blocks.without(headline, content.body()));
    var headlines =
        new Copy.Headlines(
            headline == null ? guid : headline,
            told.summary(),
            told.slugline(),
            told.byline(),
            told.dateline(),
            told.genre(),
            told.language());
    return new Copy(
        guid,
        origin.format(),
        origin.charset(),
        lifecycle,
        handling,
        headlines,
        subjects,
        rights,
        content.pictures(),
        lead.picture(),
        lead.body());
  }
}
