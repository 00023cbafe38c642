package newsroom.enrichment.morgue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// When each story of a segment was news and how long its texts are, in memory: a look-up wants
/// both of thousands of stories, and in no order. A segment never changes, so they are read once.
final class Columns {

  private final int[] minutes;
  private final int first;
  private final int last;
  private final Map<String, byte[]> lengths = new ConcurrentHashMap<>();

  /// Those of an index's segments, as long as it has them.
  static final class Kept {

    private final Map<IndexReader.CacheKey, Columns> segments = new ConcurrentHashMap<>();

    Columns of(LeafReader segment) throws IOException {
      var core = segment.getCoreCacheHelper();
      if (core == null) {
        return new Columns(segment);
      }
      var known = segments.get(core.getKey());
      if (known == null) {
        known = new Columns(segment);
        if (segments.putIfAbsent(core.getKey(), known) == null) {
          core.addClosedListener(segments::remove);
        }
      }
      return known;
    }
  }

  /// From one minute to another, both of them in.
  record Minutes(int from, int to) {

    static Minutes around(Instant time, Duration days) {
      return new Minutes(minute(time.minus(days)), minute(time.plus(days)));
    }

    private static int minute(Instant time) {
      return Columns.minute(time.toEpochMilli());
    }
  }

  private Columns(LeafReader segment) throws IOException {
    this.minutes = new int[segment.maxDoc()];
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    var times = StoryDocument.times(segment);
    for (int doc = times.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = times.nextDoc()) {
      int minute = minute(times.longValue());
      minutes[doc] = minute;
      earliest = Math.min(earliest, minute);
      latest = Math.max(latest, minute);
    }
    this.first = earliest;
    this.last = latest;
  }

  private static int minute(long millis) {
    return (int) Math.floorDiv(millis, TimeUnit.MINUTES.toMillis(1));
  }

  /// Whether any of the segment's stories may be of these minutes.
  boolean hasAnyOf(Minutes wanted) {
    return first <= wanted.to() && last >= wanted.from();
  }

  boolean isOf(Minutes wanted, int document) {
    int minute = minutes[document];
    return minute >= wanted.from() && minute <= wanted.to();
  }

  /// How long each story's text is in this field, as Lucene writes lengths.
  ///
  /// @param now the segment as whoever asks has it open: as it was open when the first one asked,
  ///     it may be closed by now
  byte[] lengths(String field, LeafReader now) {
    return lengths.computeIfAbsent(field, it -> read(it, now));
  }

  private byte[] read(String field, LeafReader segment) {
    var read = new byte[minutes.length];
    try {
      NumericDocValues norms = segment.getNormValues(field);
      if (norms != null) {
        for (int doc = norms.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = norms.nextDoc()) {
          read[doc] = (byte) norms.longValue();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
