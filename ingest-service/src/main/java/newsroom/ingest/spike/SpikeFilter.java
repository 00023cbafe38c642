package newsroom.ingest.spike;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which wires of the spike are meant; what is not said counts for all.
///
/// @param format as in a story's provenance, `unknown` for wires of none
/// @param since put there at that time or later
/// @param reason words of the reason, without regard to case
record SpikeFilter(
    @Nullable String agency,
    @Nullable String format,
    @Nullable Instant since,
    @Nullable String reason) {

  private static final String NO_FORMAT = "unknown";

  boolean matches(SpikedWire wire) {
    return is(agency, wire.agency())
        && is(format, wire.format() == null ? NO_FORMAT : wire.format())
        && (since == null || !wire.spiked().isBefore(since))
        && (reason == null || lower(wire.reason()).contains(lower(reason)));
  }

  private static boolean is(@Nullable String asked, String found) {
    return asked == null || asked.equals(found);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
