package newsroom.enrichment.vocabulary;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// In how many stories of one segment a word stands. A segment's words never change, so what was
/// looked up once is remembered. For use by one thread.
final class SegmentWords implements WordCounts {

  private final LeafReader segment;
  private final String field;
  private final WordMemory known;

  /// Opened once for all words: that costs more than to look for one.
  private @Nullable TermsEnum dictionary;

  /// @param known what was looked up before
  SegmentWords(LeafReader segment, String field, WordMemory known) {
    this.segment = segment;
    this.field = field;
    this.known = known;
  }

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
    int with = dictionary().seekExact(word) ? dictionary().docFreq() : 0;
    known.remember(hash, with);
    return with;
  }

  private TermsEnum dictionary() throws IOException {
    var opened = dictionary;
    if (opened == null) {
      var words = segment.terms(field);
      opened = words == null ? TermsEnum.EMPTY : words.iterator();
      dictionary = opened;
    }
    return opened;
  }
}
