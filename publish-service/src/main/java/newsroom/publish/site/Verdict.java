package newsroom.publish.site;

import newsroom.publish.rendition.Masthead;

/// Whether a site takes a story.
public sealed interface Verdict {

  /// It does, and shows it in this section once the terms are met.
  record Takes(Masthead.Section section, Terms terms) implements Verdict {}

  /// It does not.
  ///
  /// @param reason names the rule, and nothing of the story
  /// @param because the rule word for word, and what of the story it met: for whoever may know the
  ///     story
  record Refuses(String reason, String because) implements Verdict {}
}
