package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/// How rare words are, for every language and every state of an archive. The same state always
/// gives the same answer, whatever was asked before.
public final class Rarities {

  private final Map<IndexReader.CacheKey, Map<String, Map<BytesRef, Integer>>> memories =
      new ConcurrentHashMap<>();

  /// For one language, in the archive as this reader sees it.
  public Rarity in(Language language, IndexReader reader) throws IOException {
    var segments = new ArrayList<SegmentWords>();
    for (var leaf : reader.leaves()) {
      segments.add(segment(leaf.reader(), language.all()));
    }
    return new Rarity(language, segments);
  }

  private SegmentWords segment(LeafReader segment, String field) {
    var core = segment.getCoreCacheHelper();
    if (core == null) {
      return new SegmentWords(segment, field, SegmentWords.memory());
    }
    var memory = memories.get(core.getKey());
    if (memory == null) {
      memory = new ConcurrentHashMap<>();
      var before = memories.putIfAbsent(core.getKey(), memory);
      if (before == null) {
        core.addClosedListener(memories::remove);
      } else {
        memory = before;
      }
    }
    return new SegmentWords(
        segment, field, memory.computeIfAbsent(field, _ -> SegmentWords.memory()));
  }
}
