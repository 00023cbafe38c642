package newsroom.local.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import newsroom.schema.Article;

/// Which version of a story the archive has said; greater wins, as everywhere.
record Mark(long version, Instant created) implements Comparable<Mark> {

  private static final Comparator<Mark> ORDER =
      Comparator.comparingLong(Mark::version).thenComparing(Mark::created);

  static Mark of(Article article) {
    return new Mark(article.getVersion(), article.getVersionCreated());
  }

  static Mark of(byte[] header) {
    var parts = new String(header, StandardCharsets.US_ASCII).split("/", 2);
    return new Mark(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }

  byte[] header() {
    return (version + "/" + created.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
