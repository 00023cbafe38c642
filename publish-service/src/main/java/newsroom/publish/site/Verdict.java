package newsroom.publish.site;

import newsroom.publish.rendition.Masthead;

/// Whether a site takes a story.
public sealed interface Verdict {

  /// It does, and shows it in this section.
  record Takes(Masthead.Section section) implements Verdict {}

  /// It does not.
  ///
  /// @param reason names the rule, and nothing of the story's text
  record Refuses(String reason) implements Verdict {}
}
