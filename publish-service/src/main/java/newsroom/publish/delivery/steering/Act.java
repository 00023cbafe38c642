package newsroom.publish.delivery.steering;

import java.util.Locale;

/// What people do by hand.
enum Act {
  RETRY,
  PARK,
  RELEASE,
  KILL,
  REINSTATE,
  REPLAY,
  ENABLE;

  /// As addresses, the daybook and the command line name it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
