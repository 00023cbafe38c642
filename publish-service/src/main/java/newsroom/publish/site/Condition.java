package newsroom.publish.site;

/// One line of a rule.
sealed interface Condition permits Words, Urgency {

  boolean holds(Facts facts);

  /// Whether a site that asks for it takes the story. What a story does not say is not held against
  /// it where that is said here.
  default boolean admits(Facts facts) {
    return holds(facts);
  }

  /// Why a site that asks for it refuses the story, of the rule alone and nothing of the text.
  String missed();

  /// Why a site that refuses it refuses the story, in the same way.
  String met();

  /// What exactly is asked, on which line of the file.
  String asks();

  /// What the story says to that.
  String said(Facts facts);
}
