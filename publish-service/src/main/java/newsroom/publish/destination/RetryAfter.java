package newsroom.publish.destination;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// When a server wants to be asked again, by its header `Retry-After`: seconds, or a date.
public final class RetryAfter {

  private RetryAfter() {}

  /// That moment; null where the header is missing, or is neither seconds nor a date.
  ///
  /// @param header as it came
  public static @Nullable Instant moment(@Nullable String header, Instant now) {
    var text = header == null ? "" : header.strip();
    if (text.isEmpty() || !text.chars().allMatch(it -> it >= '0' && it <= '9')) {
      return date(text);
    }
    try {
      return now.plusSeconds(Math.min(Long.parseLong(text), Integer.MAX_VALUE));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// A date as HTTP writes it; null for anything else.
  public static @Nullable Instant date(@Nullable String header) {
    try {
      return header == null || header.isBlank()
          ? null
          : ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
