package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// In how many stories of one segment a word stands. A segment's words never change, so what was
/// looked up once is remembered as long as the segment lives.
final class SegmentWords {

  private static final int REMEMBERED = 200_000;

  private final LeafReader segment;
  private final String field;
  private final Map<BytesRef, Integer> known;

  SegmentWords(LeafReader segment, String field, Map<BytesRef, Integer> known) {
    this.segment = segment;
    this.field = field;
    this.known = known;
  }

  static Map<BytesRef, Integer> memory() {
    return new ConcurrentHashMap<>();
  }

  int stories() throws IOException {
    return segment.getDocCount(field);
  }

  int with(BytesRef word) throws IOException {
    var found = known.get(word);
    if (found != null) {
      return found;
    }
    int with = segment.docFreq(new Term(field, word));
    if (known.size() < REMEMBERED) {
      known.put(BytesRef.deepCopyOf(word), with);
    }
    return with;
  }
}
