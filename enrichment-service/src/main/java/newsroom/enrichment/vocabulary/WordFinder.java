package newsroom.enrichment.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;

/// Looks for the same words in many gists.
public final class WordFinder {

  private final int[] hashes;

  /// For each hash, which word it is of.
  private final int[] words;

  public WordFinder(List<BytesRef> words) {
    var unsorted = words.stream().mapToInt(WordVector::hash).toArray();
    this.words =
        IntStream.range(0, unsorted.length)
            .boxed()
            .sorted(Comparator.comparingInt(word -> unsorted[word]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.hashes = IntStream.of(this.words).map(word -> unsorted[word]).toArray();
  }

  /// How often the headline says each of the words, and how often the whole story.
  ///
  /// @param inHeadline filled in, one number for each word; 0 where it does not say it
  /// @param inAll the same
  public void count(BytesRef gist, int[] inHeadline, int[] inAll) {
    int headline = gist.offset + 1;
    int all = headline + (gist.bytes[gist.offset] & 0xFF);
    count(gist.bytes, headline, all, inHeadline);
    count(gist.bytes, all, gist.offset + gist.length, inAll);
  }

  private void count(byte[] bytes, int from, int end, int[] times) {
    int mine = 0;
    int at = WordVector.first(from);
    while (mine < hashes.length) {
      int reached = hashes[mine];
      while (at < end && WordVector.hash(bytes, at) < reached) {
        at = WordVector.next(at);
      }
      boolean said = at < end && WordVector.hash(bytes, at) == reached;
      times[words[mine++]] = said ? WordVector.said(bytes, at) : 0;
    }
  }
}
