package newsroom.enrichment.story;

/// One block of a body.
///
/// @param text plain, without markup; empty where the block has no words of the reporter
public record Block(Kind kind, String text) {

  /// What a block is to somebody who looks for a gap between blocks.
  public enum Kind {
    PARAGRAPH,
    HEADING,
    /// A quote, a list or a table: one thing that belongs to the sentence before it.
    RUN,
    /// A picture or something embedded.
    FIGURE,
    /// A link that the agency's editors put in; its words are another story's.
    PROMO;

    boolean isText() {
      return this == PARAGRAPH || this == HEADING || this == RUN;
    }
  }
}
