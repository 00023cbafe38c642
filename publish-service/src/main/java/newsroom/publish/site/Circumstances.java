package newsroom.publish.site;

import java.time.Instant;
import java.util.List;

/// What a site's terms for one story are judged by.
///
/// @param received when the story came
/// @param released an editor has released it for this site
/// @param others the same story as other agencies tell it, as far as this site has them
public record Circumstances(Instant now, Instant received, boolean released, List<Other> others) {

  /// Another telling at this site.
  ///
  /// @param shown readers see it, or are about to; otherwise it waits here too
  /// @param earlier it came to the newsroom before this one
  public record Other(String uri, String agency, boolean shown, boolean earlier) {}
}
