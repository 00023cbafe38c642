package newsroom.enrichment.story;

/// What a promo in front of a related link says.
public enum Label {
  /// The same running story of the last days.
  ADDITIONAL_REPORTING,
  /// Background, at least a day old.
  IN_CASE_YOU_MISSED_IT
}
