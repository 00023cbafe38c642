package newsroom.local.site;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// A file as it lies there now. Pages are replaced as a whole, so size and time tell one from the
/// next.
record StoredFile(Path path, Instant modified, long size) {

  static StoredFile open(Path path) throws IOException {
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new StoredFile(path, attributes.lastModifiedTime().toInstant(), attributes.size());
  }

  String etag() {
    return "\"%x-%x\"".formatted(ChronoUnit.NANOS.between(Instant.EPOCH, modified), size);
  }

  String lastModified() {
    return RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC));
  }

  /// Whether the reader has it already. A tag outweighs a time, as RFC 9110 wants it.
  boolean isKnown(Headers request) {
    var tags = request.getFirst("If-None-Match");
    if (tags != null) {
      return Arrays.stream(tags.split(","))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> "*".equals(tag) || etag().equals(tag));
    }
    var since = request.getFirst("If-Modified-Since");
    return since != null && isOlderThan(since);
  }

  private boolean isOlderThan(String since) {
    try {
      var moment = ZonedDateTime.parse(since, RFC_1123_DATE_TIME).toInstant();
      return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(moment);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
