package newsroom.local.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Reads a date as archives write it: ISO 8601, with a time or without, in UTC where it names no
/// zone.
final class Moment {

  private Moment() {}

  /// @throws IllegalArgumentException with a sentence
  static Instant of(String written) {
    var iso = written.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    try {
      var read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              iso.length() > 10 ? iso : iso + "T00:00:00Z",
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return read instanceof OffsetDateTime exact
          ? exact.toInstant()
          : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("“" + written + "” is no date of ISO 8601.", e);
    }
  }
}
