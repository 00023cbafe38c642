package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// How rare words are, for every language and every state of an archive. The same state always
/// gives the same answer, whatever was asked before.
public final class Rarities {

  /// Segments with this share of the stories change seldom, and are remembered together.
  private static final int LARGE = 100;

  private final Map<IndexReader.CacheKey, Map<String, WordMemory>> segments =
      new ConcurrentHashMap<>();
  private final Map<String, Settled> settled = new ConcurrentHashMap<>();

  /// The large segments of one field, and what is known of them together.
  private record Settled(List<IndexReader.CacheKey> segments, WordMemory known) {}

  /// For one language, in the archive as this reader sees it.
  public Rarity in(Language language, IndexReader reader) throws IOException {
    return new Rarity(language, counts(language.all(), reader));
  }

  /// How many stories have each of these words in a field.
  public List<Integer> stories(String field, List<BytesRef> words, IndexReader reader)
      throws IOException {
    var parts = counts(field, reader);
    var stories = new ArrayList<Integer>(words.size());
    for (var word : words) {
      long hash = WordMemory.hash(word);
      int with = 0;
      for (var part : parts) {
        with += part.with(word, hash);
      }
      stories.add(with);
    }
    return stories;
  }

  private List<WordCounts> counts(String field, IndexReader reader) throws IOException {
    var large = new ArrayList<SegmentWords>();
    var keys = new ArrayList<IndexReader.CacheKey>();
    var parts = new ArrayList<WordCounts>();
    for (var leaf : reader.leaves()) {
      var segment = leaf.reader();
      var core = segment.getCoreCacheHelper();
      var words = new SegmentWords(segment, field, memory(segment, core, field));
      if (core != null && segment.maxDoc() > reader.maxDoc() / LARGE) {
        large.add(words);
        keys.add(core.getKey());
      } else {
        parts.add(words);
      }
    }
    if (!large.isEmpty()) {
      parts.add(new WordCounts.Together(large, together(field, keys, large)));
    }
    return parts;
  }

  private WordMemory together(
      String field, List<IndexReader.CacheKey> keys, List<SegmentWords> large) throws IOException {
    var before = settled.get(field);
    if (before == null || !before.segments().equals(keys)) {
      int stories = 0;
      for (var segment : large) {
        stories += segment.stories();
      }
      before = new Settled(keys, WordMemory.forStories(stories));
      settled.put(field, before);
    }
    return before.known();
  }

  private WordMemory memory(
      LeafReader segment, IndexReader.@Nullable CacheHelper core, String field) throws IOException {
    // of this language: with many of them, each would else take the room that all need
    int stories = segment.getDocCount(field);
    if (core == null) {
      return WordMemory.forStories(stories);
    }
    var memory = segments.get(core.getKey());
    if (memory == null) {
      memory = new ConcurrentHashMap<>();
      var before = segments.putIfAbsent(core.getKey(), memory);
      if (before == null) {
        core.addClosedListener(segments::remove);
      } else {
        memory = before;
      }
    }
    return memory.computeIfAbsent(field, _ -> WordMemory.forStories(stories));
  }
}
