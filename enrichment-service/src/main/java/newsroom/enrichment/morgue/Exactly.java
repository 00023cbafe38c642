package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import newsroom.enrichment.vocabulary.WordFinder;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/// The score of a story by all words of an inquiry, from its gist and the lengths of its texts: the
/// index need not be searched for words that only a few hundred stories are to be asked about.
final class Exactly {

  private static final List<BytesRef> NONE = List.of();

  private final Inquiry inquiry;
  private final double[] weights;
  private final int[] inHeadline;
  private final int[] inAll;
  private final WordFinder finder;
  private final Relevance headlines;
  private final Relevance texts;
  private final double own;

  /// @param withInHeadline of the terms for headlines, how many stories have each there
  Exactly(Inquiry inquiry, Relevance headlines, Relevance texts, List<Integer> withInHeadline) {
    this.inquiry = inquiry;
    this.headlines = headlines;
    this.texts = texts;
    var terms = inquiry.terms();
    var words = new ArrayList<>(NONE);
    this.weights = new double[terms.size()];
    var counted = withInHeadline.iterator();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      var term = terms.get(i);
      words.add(term.word());
      var relevance = term.inHeadline() ? headlines : texts;
      long with = term.inHeadline() ? counted.next() : term.stories();
      weights[i] = term.boost() * relevance.rarity(with);
      sum += weights[i] * relevance.emphasis(term.times(), inquiry.tokens(term));
    }
    this.own = sum;
    this.finder = new WordFinder(words);
    this.inHeadline = new int[weights.length];
    this.inAll = new int[weights.length];
  }

  /// The score that the asking story itself would have.
  double own() {
    return own;
  }

  /// How long the texts of one segment's stories are, in the order of its documents only.
  static final class Lengths {

    private final @Nullable NumericDocValues headlines;
    private final @Nullable NumericDocValues texts;

    Lengths(Inquiry inquiry, LeafReader segment) throws IOException {
      headlines = segment.getNormValues(inquiry.words().language().title());
      texts = segment.getNormValues(inquiry.words().language().all());
    }

    private static int of(@Nullable NumericDocValues lengths, int document) throws IOException {
      return lengths != null && lengths.advanceExact(document)
          ? SmallFloat.byte4ToInt((byte) lengths.longValue())
          : 1;
    }
  }

  /// @param document its number in the segment
  double score(BytesRef gist, Lengths lengths, int document) throws IOException {
    finder.count(gist, inHeadline, inAll);
    int headline = Lengths.of(lengths.headlines, document);
    int text = Lengths.of(lengths.texts, document);
    double score = 0;
    for (int i = 0; i < weights.length; i++) {
      score +=
          inquiry.terms().get(i).inHeadline()
              ? weights[i] * headlines.emphasis(inHeadline[i], headline)
              : weights[i] * texts.emphasis(inAll[i], text);
    }
    return score;
  }
}
