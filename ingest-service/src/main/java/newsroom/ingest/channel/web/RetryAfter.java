package newsroom.ingest.channel.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// How long a server asks to be left alone.
public final class RetryAfter {

  private static final Duration UNSAID = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /// Reads both forms of the header, seconds and a date; five minutes where it says neither.
  public static Duration of(Reply reply, Instant now) {
    var asked = asked(reply.header("Retry-After"), now);
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static Duration asked(@Nullable String header, Instant now) {
    var text = header == null ? "" : header.strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      return Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return UNSAID;
    }
  }
}
