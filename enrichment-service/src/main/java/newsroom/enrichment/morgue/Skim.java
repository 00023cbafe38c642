package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/// Goes through the archive once for the stories that a few words bring up (BM25): the best of all,
/// and the best of the days around the story that asks.
///
/// Whatever has one of the words is scored, word by word. Lucene's own search finds out what cannot
/// be among the best and leaves it out; for a few rare words that costs several times what it
/// saves, and it would have to go twice.
final class Skim {

  /// So many stories at a time: their scores stay near the processor.
  private static final int WINDOW = 1 << 13;

  private static final int LENGTHS = 1 << Byte.SIZE;

  private final String field;
  private final List<Word> words;
  private final Columns.Minutes around;
  private final Best best;
  private final Best bestAround;

  /// What the length of a text takes from a word, by the length as Lucene writes it.
  private final float[] damping = new float[LENGTHS];

  private final float[] scores = new float[WINDOW];

  /// Places in the window that have a score: most have none, and are not looked at. One more than
  /// there are, because what follows the last is written before it is known to be none.
  private final int[] scored = new int[WINDOW + 1];

  private int count;
  private final DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();

  /// A word to look for, and the most that it can count.
  record Word(BytesRef word, float weight) {}

  /// @param around stories of these minutes are found besides
  /// @param most so many of them, and so many at all
  Skim(String field, List<Word> words, Relevance relevance, Columns.Minutes around, int most) {
    this.field = field;
    this.words = words;
    this.around = around;
    this.best = new Best(most);
    this.bestAround = new Best(most);
    for (int i = 0; i < LENGTHS; i++) {
      damping[i] = (float) relevance.damping(SmallFloat.byte4ToInt((byte) i));
    }
  }

  /// To be called for all segments in their order.
  void through(LeafReaderContext segment, Columns columns) throws IOException {
    var places = places(segment);
    if (!places.isEmpty()) {
      var lengths = columns.lengths(field, segment.reader());
      var part = new Part(segment, columns, columns.hasAnyOf(around));
      for (int from = next(places); from < lengths.length; from = next(places)) {
        int to = Math.min(lengths.length, from + WINDOW);
        for (var place : places) {
          score(place, from, to, lengths);
        }
        part.take(from);
      }
    }
  }

  /// The best of all and the best of the days around, each once, in no order.
  ScoreDoc[] found() {
    var found = new HashMap<Integer, ScoreDoc>();
    best.addTo(found);
    bestAround.addTo(found);
    return found.values().toArray(ScoreDoc[]::new);
  }

  /// The stories that have a word.
  private record Places(PostingsEnum stories, float weight) {}

  private List<Places> places(LeafReaderContext segment) throws IOException {
    var places = new ArrayList<Places>(words.size());
    var terms = segment.reader().terms(field);
    if (terms != null) {
      var seeking = terms.iterator();
      for (var word : words) {
        if (word.weight() > 0 && seeking.seekExact(word.word())) {
          var stories = seeking.postings(null, PostingsEnum.FREQS);
          stories.nextDoc();
          places.add(new Places(stories, word.weight()));
        }
      }
    }
    return places;
  }

  private static int next(List<Places> places) {
    int next = DocIdSetIterator.NO_MORE_DOCS;
    for (var place : places) {
      next = Math.min(next, place.stories().docID());
    }
    return next;
  }

  private void score(Places places, int from, int to, byte[] lengths) throws IOException {
    places.stories().nextPostings(to, some);
    while (some.size > 0) {
      score(places.weight(), from, lengths);
      places.stories().nextPostings(to, some);
    }
  }

  /// Whether a place is new is added up, not asked: the answer could not be foreseen.
  private void score(float weight, int from, byte[] lengths) {
    var documents = some.docs;
    var times = some.features;
    int size = some.size;
    int end = count;
    for (int i = 0; i < size; i++) {
      float said = times[i];
      int place = documents[i] - from;
      float before = scores[place];
      scored[end] = place;
      end += before == 0 ? 1 : 0;
      scores[place] = before + weight * said / (said + damping[lengths[documents[i]] & 0xFF]);
    }
    count = end;
  }

  /// What has been scored of a segment, to be taken where it is good enough.
  private final class Part {

    private final int base;
    private final @Nullable Bits live;
    private final Columns columns;
    private final boolean isNear;

    Part(LeafReaderContext segment, Columns columns, boolean isNear) {
      this.base = segment.docBase;
      this.live = segment.reader().getLiveDocs();
      this.columns = columns;
      this.isNear = isNear;
    }

    void take(int from) {
      for (int i = 0; i < count; i++) {
        int place = scored[i];
        float score = scores[place];
        scores[place] = 0;
        if (score > best.least) {
          offer(from + place, score, best);
        }
        if (isNear && score > bestAround.least && columns.isOf(around, from + place)) {
          offer(from + place, score, bestAround);
        }
      }
      count = 0;
    }

    private void offer(int document, float score, Best to) {
      if (live == null || live.get(document)) {
        to.offer(base + document, score);
      }
    }
  }

  /// The best of those that were offered, of equals the first.
  private static final class Best {

    private final int most;
    private final LongHeap heap;

    /// What does not score more than this is not among them.
    private float least;

    Best(int most) {
      this.most = most;
      this.heap = new LongHeap(most);
    }

    /// The score as a number that grows with it, and then the place as one that shrinks with it.
    void offer(int place, float score) {
      heap.insertWithOverflow(
          (long) Float.floatToRawIntBits(score) << Integer.SIZE | Integer.toUnsignedLong(~place));
      least = heap.size() < most ? 0 : score(heap.top());
    }

    private static float score(long entry) {
      return Float.intBitsToFloat((int) (entry >>> Integer.SIZE));
    }

    void addTo(Map<Integer, ScoreDoc> found) {
      for (int i = 1; i <= heap.size(); i++) {
        long entry = heap.get(i);
        int place = ~(int) entry;
        found.putIfAbsent(place, new ScoreDoc(place, score(entry)));
      }
    }
  }
}
