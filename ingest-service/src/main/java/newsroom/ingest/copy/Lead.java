package newsroom.ingest.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The picture above the text, and the text without it: no reader wants to see one picture twice.
///
/// @param picture its id
public record Lead(@Nullable String picture, List<Block> body) {

  /// Chooses the picture that the wire names, else the one that the text begins with.
  ///
  /// @param named the id of the picture that the wire attaches to the story
  public static Lead of(@Nullable String named, List<Block> body) {
    var first = body.isEmpty() ? null : body.getFirst();
    var picture = named == null && first instanceof Block.Figure(var leading) ? leading : named;
    var rest =
        body.stream()
            .filter(block -> !(block instanceof Block.Figure(var shown) && shown.equals(picture)))
            .toList();
    return new Lead(picture, rest);
  }
}
