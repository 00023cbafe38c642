package newsroom.ingest.format.json;

import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import org.jspecify.annotations.Nullable;

/// A body as JSON has it: a string of markup or plain text, under whatever name.
public final class BodyText {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private BodyText() {}

  /// The blocks; none where there is no text.
  ///
  /// @param marked whether it calls itself marked up: then entities stand in it, even where no tag
  ///     does
  /// @param base what relative addresses are relative to
  public static List<Block> blocks(
      @Nullable String text, boolean marked, @Nullable String base, Pictures pictures) {
    if (text == null) {
      return List.of();
    }
    return TAG.matcher(text).find()
        ? Blocks.ofHtml(text, base, pictures)
        : Blocks.ofText(marked ? Plain.unescaped(text) : text);
  }
}
