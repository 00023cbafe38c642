package newsroom.enrichment.vocabulary;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// In how many stories of one segment a word stands. A segment's words never change, so what was
/// looked up once is remembered.
///
/// @param known what was looked up before
record SegmentWords(LeafReader segment, String field, WordMemory known) implements WordCounts {

  @Override
  public int stories() throws IOException {
    return segment.getDocCount(field);
  }

  @Override
  public int with(BytesRef word, long hash) throws IOException {
    int found = known.stories(hash);
    if (WordMemory.isKnown(found)) {
      return found;
    }
    int with = segment.docFreq(new Term(field, word));
    known.remember(hash, with);
    return with;
  }
}
