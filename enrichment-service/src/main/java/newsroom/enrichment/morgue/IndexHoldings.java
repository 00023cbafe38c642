package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import newsroom.enrichment.vocabulary.Rarities;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/// One state of the Lucene index.
final class IndexHoldings implements Holdings {

  private final IndexSearcher searcher;
  private final Rarities rarities;

  IndexHoldings(IndexSearcher searcher, Rarities rarities) {
    this.searcher = searcher;
    this.rarities = rarities;
  }

  @Override
  public WeighedWords weigh(Words words) throws IOException {
    return rarities.in(words.language(), searcher.getIndexReader()).weigh(words);
  }

  @Override
  public Answers answers(Inquiry inquiry, int most) throws IOException {
    var relevances = new HashMap<String, Relevance>();
    var query = new BooleanQuery.Builder();
    double own = 0;
    for (var asked : inquiry.terms()) {
      var term = new Term(inquiry.field(asked), asked.word());
      // looked up once, for the query and for the story's own score
      var states = TermStates.build(searcher, term, true);
      var relevance = relevance(term.field(), relevances);
      own +=
          asked.boost() * relevance.score(states.docFreq(), asked.times(), inquiry.tokens(asked));
      if (states.docFreq() > 0) {
        var clause = new BoostQuery(new TermQuery(term, states), asked.boost());
        query.add(new BooleanClause(clause, BooleanClause.Occur.SHOULD));
      }
    }
    var top = searcher.search(query.build(), new TopScoreDocCollectorManager(most, most));
    return new Answers(own, Arrays.asList(holdings(inquiry, top.scoreDocs)));
  }

  private Relevance relevance(String field, Map<String, Relevance> known) throws IOException {
    var relevance = known.get(field);
    if (relevance == null) {
      var counted = searcher.collectionStatistics(field);
      relevance =
          counted == null
              ? new Relevance(0, 1)
              : new Relevance(
                  counted.docCount(), counted.sumTotalTermFreq() / (double) counted.docCount());
      known.put(field, relevance);
    }
    return relevance;
  }

  /// Facts are read in the order in which they lie in the index, each kind in one pass.
  private Holding[] holdings(Inquiry inquiry, ScoreDoc[] best) throws IOException {
    var reader = searcher.getIndexReader();
    var itself = StoryDocument.ofStory(reader, inquiry.uri());
    var places = new Integer[best.length];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, Comparator.comparingInt(place -> best[place].doc));
    var holdings = new Holding[best.length];
    StoryDocument.Facts facts = null;
    int end = 0;
    for (int place : places) {
      var found = best[place];
      if (facts == null || found.doc >= end) {
        var segment = reader.leaves().get(ReaderUtil.subIndex(found.doc, reader.leaves()));
        facts = new StoryDocument.Facts(segment);
        end = segment.docBase + segment.reader().maxDoc();
      }
      holdings[place] =
          new Holding(found.doc, found.score, itself.contains(found.doc), facts.of(found.doc));
    }
    return holdings;
  }

  @Override
  public Card card(Holding holding) throws IOException {
    return StoryDocument.card(searcher.storedFields(), holding.place());
  }

  @Override
  public boolean has(Holding holding, Inquiry inquiry, BytesRef word) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var segment = leaves.get(ReaderUtil.subIndex(holding.place(), leaves));
    var all = new Term(inquiry.words().language().all(), word);
    var stories = segment.reader().postings(all, PostingsEnum.NONE);
    int document = holding.place() - segment.docBase;
    return stories != null && stories.advance(document) == document;
  }
}
