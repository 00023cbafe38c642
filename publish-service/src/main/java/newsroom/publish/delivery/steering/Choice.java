package newsroom.publish.delivery.steering;

import java.time.Instant;
import java.util.ArrayList;
import newsroom.publish.delivery.reading.Problem;
import org.jspecify.annotations.Nullable;

/// What somebody wants done to many deliveries.
///
/// @param order who, why and at which site
/// @param destination one of the site; null for all
/// @param reason a part of the reason that they stand with; null for any
/// @param since wanted since, or for a replay come since; null for ever
/// @param until the same, before
/// @param after where an earlier call ended; null at the beginning
record Choice(
    Order order,
    @Nullable String destination,
    @Nullable String reason,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String after) {

  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  /// As it came: anything may be missing.
  record Body(
      @Nullable String by,
      @Nullable String why,
      @Nullable String site,
      @Nullable String destination,
      @Nullable String reason,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Boolean force,
      @Nullable String after) {

    Choice choice() {
      var order = new Order.Body(by, why, site, force).order();
      var choice = new Choice(order, destination, reason, since, until, after);
      if (choice.isAnything()) {
        throw Problem.senseless(
            "say which: by site, destination, reason, since or until; nothing is done to all");
      }
      return choice;
    }
  }

  private boolean isAnything() {
    return order.site() == null
        && destination == null
        && reason == null
        && since == null
        && until == null;
  }

  Instant from() {
    return since == null ? Instant.EPOCH : since;
  }

  Instant to() {
    return until == null ? FAR : until;
  }

  /// For the daybook.
  String words() {
    var words = new ArrayList<String>();
    add(words, "site", order.site());
    add(words, "destination", destination);
    add(words, "reason", reason);
    add(words, "since", since);
    add(words, "until", until);
    if (order.force()) {
      words.add("force");
    }
    return String.join(", ", words);
  }

  private static void add(ArrayList<String> words, String key, @Nullable Object value) {
    if (value != null) {
      words.add(key + " " + value);
    }
  }
}
