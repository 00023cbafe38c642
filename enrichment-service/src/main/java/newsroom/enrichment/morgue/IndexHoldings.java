package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Rarities;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/// One state of the Lucene index.
final class IndexHoldings implements Holdings {

  /// How much is searched before all words count.
  ///
  /// @param words that are searched for, the most telling first
  /// @param stories that are found by them at all, and as many of the days around the story, to be
  ///     scored by all words
  /// @param often words that more stories than these have are not searched for: they cost most and
  ///     tell least
  private record Search(int words, int stories, int often) {

    /// Measured: as good as to search for all words and for three times as many stories.
    private static final Search WIDE = new Search(14, 100, Integer.MAX_VALUE);

    private static final Search ALL = new Search(Integer.MAX_VALUE, 200, Integer.MAX_VALUE);
    private static final int SMALL = 5_000;
    private static final int LARGE = 100_000;

    static Search in(int stories) {
      if (stories < SMALL) {
        // costs little there
        return ALL;
      }
      // an archive that is so much larger has as much to choose from by rarer words
      return stories < LARGE ? WIDE : new Search(12, 75, stories / 25);
    }
  }

  private static final Comparator<Holding> BEST_FIRST =
      Comparator.comparingDouble((Holding holding) -> -holding.score())
          .thenComparingInt(Holding::place);

  private final IndexSearcher searcher;
  private final Rarities rarities;
  private final Columns.Kept columns;

  IndexHoldings(IndexSearcher searcher, Rarities rarities, Columns.Kept columns) {
    this.searcher = searcher;
    this.rarities = rarities;
    this.columns = columns;
  }

  @Override
  public WeighedWords weigh(Words words) throws IOException {
    return rarities.in(words.language(), searcher.getIndexReader()).weigh(words);
  }

  @Override
  public Answers answers(Inquiry inquiry, int most) throws IOException {
    var exactly = exactly(inquiry);
    var holdings = holdings(inquiry, found(inquiry), exactly);
    holdings.sort(BEST_FIRST);
    return new Answers(exactly.own(), best(inquiry, holdings, most));
  }

  /// Those that answer best at all, and those of the days around the story: what was said long ago
  /// about the same subject would else leave no place for the news of the day.
  private ScoreDoc[] found(Inquiry inquiry) throws IOException {
    var field = inquiry.words().language().all();
    var relevance = relevance(field);
    var wanted = Search.in(searcher.getIndexReader().numDocs());
    var words =
        inquiry.terms().stream()
            .filter(term -> !term.inHeadline())
            .filter(term -> term.stories() > 0 && term.stories() <= wanted.often())
            .limit(wanted.words())
            .map(it -> new Skim.Word(it.word(), it.boost() * relevance.rarity(it.stories())))
            .toList();
    var around = Columns.Minutes.around(inquiry.time(), Inquiry.DAYS);
    var skim = new Skim(field, words, relevance, around, wanted.stories());
    for (var segment : searcher.getIndexReader().leaves()) {
      skim.through(segment, columns.of(segment.reader()));
    }
    return skim.found();
  }

  /// @param holdings the best first
  private static List<Holding> best(Inquiry inquiry, List<Holding> holdings, int most) {
    if (holdings.size() <= most) {
      return holdings;
    }
    var best = new ArrayList<>(holdings.subList(0, most / 2));
    var others = new ArrayList<Holding>();
    for (var holding : holdings.subList(most / 2, holdings.size())) {
      boolean near = best.size() < most && inquiry.isOfTheseDays(holding.facts().time());
      (near ? best : others).add(holding);
    }
    best.addAll(others.subList(0, most - best.size()));
    best.sort(BEST_FIRST);
    return best;
  }

  private Exactly exactly(Inquiry inquiry) throws IOException {
    var language = inquiry.words().language();
    var ofHeadlines =
        inquiry.terms().stream().filter(Inquiry.Term::inHeadline).map(Inquiry.Term::word).toList();
    var withInHeadline = rarities.stories(language.title(), ofHeadlines, searcher.getIndexReader());
    return new Exactly(
        inquiry, relevance(language.title()), relevance(language.all()), withInHeadline);
  }

  private Relevance relevance(String field) throws IOException {
    var counted = searcher.collectionStatistics(field);
    return counted == null
        ? new Relevance(0, 1)
        : new Relevance(
            counted.docCount(), counted.sumTotalTermFreq() / (double) counted.docCount());
  }

  /// Facts are read in the order in which they lie in the index, each kind in one pass.
  private List<Holding> holdings(Inquiry inquiry, ScoreDoc[] found, Exactly exactly)
      throws IOException {
    var segments = searcher.getIndexReader().leaves();
    var ties = ties(inquiry);
    Arrays.sort(found, Comparator.comparingInt(each -> each.doc));
    var holdings = new ArrayList<Holding>(found.length);
    StoryDocument.Facts facts = null;
    Exactly.Lengths lengths = null;
    for (var each : found) {
      var segment = segments.get(ReaderUtil.subIndex(each.doc, segments));
      if (facts == null || lengths == null || !facts.has(each.doc)) {
        facts = new StoryDocument.Facts(segment);
        lengths = new Exactly.Lengths(inquiry, segment.reader());
      }
      var known = facts.of(each.doc);
      var gist = known.gist();
      double score =
          gist == null ? each.score : exactly.score(gist, lengths, each.doc - segment.docBase);
      holdings.add(
          new Holding(
              each.doc, (float) score, ties.getOrDefault(each.doc, Holding.Tie.NONE), known));
    }
    return holdings;
  }

  private Map<Integer, Holding.Tie> ties(Inquiry inquiry) throws IOException {
    var ties = new HashMap<Integer, Holding.Tie>();
    for (var uri : inquiry.linked()) {
      tie(ties, uri, Holding.Tie.LINKED);
    }
    tie(ties, inquiry.uri(), Holding.Tie.ITSELF);
    return ties;
  }

  private void tie(Map<Integer, Holding.Tie> ties, String uri, Holding.Tie tie) throws IOException {
    for (int document : StoryDocument.ofStory(searcher.getIndexReader(), uri)) {
      ties.put(document, tie);
    }
  }

  @Override
  public Card card(Holding holding) throws IOException {
    var segment = segment(holding);
    return StoryDocument.card(segment.reader(), holding.place() - segment.docBase);
  }

  @Override
  public Story.Origin origin(Holding holding) throws IOException {
    var segment = segment(holding);
    return StoryDocument.origin(segment.reader(), holding.place() - segment.docBase);
  }

  @Override
  public boolean holds(String uri) throws IOException {
    for (int document : StoryDocument.ofStory(searcher.getIndexReader(), uri)) {
      var leaves = searcher.getIndexReader().leaves();
      var segment = leaves.get(ReaderUtil.subIndex(document, leaves));
      if (StoryDocument.isLive(segment.reader(), document - segment.docBase)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean has(Holding holding, Inquiry inquiry, BytesRef word) throws IOException {
    var segment = segment(holding);
    var all = new Term(inquiry.words().language().all(), word);
    var stories = segment.reader().postings(all, PostingsEnum.NONE);
    int document = holding.place() - segment.docBase;
    return stories != null && stories.advance(document) == document;
  }

  private LeafReaderContext segment(Holding holding) {
    var leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(holding.place(), leaves));
  }
}
