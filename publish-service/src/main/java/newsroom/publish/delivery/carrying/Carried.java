package newsroom.publish.delivery.carrying;

import java.time.Instant;
import java.util.List;
import newsroom.publish.destination.Transmission;
import org.jspecify.annotations.Nullable;

/// What a round came to.
///
/// @param left how many dispatches left
/// @param notBefore the site asks to be left alone until then
/// @param trouble what something failed with
/// @param closed why the destination wants nothing more
record Carried(
    List<Settlement> settlements,
    int left,
    @Nullable Instant notBefore,
    @Nullable String trouble,
    @Nullable String closed) {

  static Carried of(List<Settlement> settlements, List<Transmission> said) {
    Instant notBefore = null;
    String trouble = null;
    String closed = null;
    for (var one : said) {
      switch (one) {
        case Transmission.Deferred(var reason, var asked, var looked) -> {
          trouble = looked ? trouble : reason;
          notBefore = looked ? notBefore : later(notBefore, asked);
        }
        case Transmission.Refused(var reason, var _) -> trouble = reason;
        case Transmission.Closed(var reason) -> {
          trouble = reason;
          closed = reason;
        }
        case Transmission.Accepted _ -> {}
      }
    }
    return new Carried(settlements, said.size(), notBefore, trouble, closed);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
