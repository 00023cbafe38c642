package newsroom.publish.delivery;

/// Where a delivery stands.
public enum DeliveryState {
  /// To be carried, now or at its next try.
  DUE,
  /// In a carrier's hands. Not kept as a state: a delivery with a lease that runs.
  LEASED,
  /// The wanted version is there.
  LIVE,
  /// Waits for its embargo, or until its agency gives it free.
  HELD,
  /// A rule of the site does not take it.
  REFUSED,
  /// Given up, with the reason; the next version tries anew.
  PARKED,
  /// Killed or expired, and gone.
  TAKEN_DOWN
}
