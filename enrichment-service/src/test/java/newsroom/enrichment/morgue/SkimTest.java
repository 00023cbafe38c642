package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SkimTest {

  private static final String FIELD = "all.en";
  private static final String DAY = "time";
  private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");

  /// The n-th stands in every n-th story.
  private static final List<Integer> WORDS = List.of(3, 7, 20, 150, 2_000);

  /// More than are scored at a time, in two segments and a small one.
  private static final int STORIES = 24_000;

  private final Random random = new Random(7);
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final Columns.Kept columns = new Columns.Kept();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @BeforeEach
  void fill() throws IOException {
    var config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setSimilarity(Relevance.similarity())
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (var writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < STORIES; i++) {
        writer.addDocument(story(i));
        if (i == STORIES / 2 || i == STORIES - 10) {
          writer.commit();
        }
      }
      for (int i = 0; i < STORIES; i += 11) {
        writer.deleteDocuments(new Term("uri", "u" + i));
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(Relevance.similarity());
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private Document story(int number) {
    var document = new Document();
    var text = new StringBuilder("filler ".repeat(1 + random.nextInt(200)));
    for (int often : WORDS) {
      boolean has = random.nextInt(often) == 0;
      text.append(("w" + often + " ").repeat(has ? 1 + random.nextInt(4) : 0));
    }
    document.add(new TextField(FIELD, text.toString(), Store.NO));
    document.add(new StringField("uri", "u" + number, Store.NO));
    document.add(new NumericDocValuesField(DAY, daysLater(random.nextInt(365)).toEpochMilli()));
    return document;
  }

  private static Instant daysLater(int days) {
    return NOON.plus(Duration.ofDays(days));
  }

  @Test
  void itFindsWhatLucenesOwnTwoSearchesFind() throws IOException {
    for (int day : new int[] {0, 50, 364, 1_000}) {
      // Given
      var around = daysLater(day);
      var expected = scores(searcher.search(lucene(), 80).scoreDocs);
      expected.putAll(scores(searcher.search(luceneAround(around), 80).scoreDocs));

      // When
      var found = scores(skim(around, 80));

      // Then
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      found.forEach(
          (place, score) ->
              assertThat((double) score)
                  .isCloseTo((double) expected.getOrDefault(place, 0f), within(1e-4)));
    }
  }

  @Test
  void whereNoStoryHasAnyOfTheWordsNothingIsFound() throws IOException {
    var nobodys = List.of(new Skim.Word(new BytesRef("w1"), 1));

    assertThat(skim(nobodys, FIELD, NOON, 10)).isEmpty();
    assertThat(skim(nobodys, "all.fr", NOON, 10)).isEmpty();
  }

  private ScoreDoc[] skim(Instant around, int most) throws IOException {
    var relevance = relevance();
    var words = WORDS.stream().map(it -> new Skim.Word(word(it), weight(relevance, it))).toList();
    return skim(words, FIELD, around, most);
  }

  private ScoreDoc[] skim(List<Skim.Word> words, String field, Instant around, int most)
      throws IOException {
    var minutes = Columns.Minutes.around(around, Duration.ofDays(7));
    var skim = new Skim(field, words, relevance(), minutes, most);
    for (var segment : reader.leaves()) {
      skim.through(segment, columns.of(segment.reader()));
    }
    return skim.found();
  }

  private Relevance relevance() throws IOException {
    var counted = searcher.collectionStatistics(FIELD);
    return new Relevance(
        counted.docCount(), counted.sumTotalTermFreq() / (double) counted.docCount());
  }

  private float weight(Relevance relevance, int word) {
    try {
      return relevance.rarity(reader.docFreq(new Term(FIELD, word(word)))) * boost(word);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static BytesRef word(int word) {
    return new BytesRef("w" + word);
  }

  private static float boost(int word) {
    return word == 20 ? 2.5f : 1;
  }

  private static Query lucene() {
    var query = new BooleanQuery.Builder();
    for (int word : WORDS) {
      var term = new TermQuery(new Term(FIELD, word(word)));
      query.add(new BoostQuery(term, boost(word)), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query luceneAround(Instant time) {
    var days =
        NumericDocValuesField.newSlowRangeQuery(
            DAY,
            time.minus(Duration.ofDays(7)).toEpochMilli(),
            time.plus(Duration.ofDays(7)).toEpochMilli());
    return new BooleanQuery.Builder().add(lucene(), Occur.MUST).add(days, Occur.FILTER).build();
  }

  private static Map<Integer, Float> scores(ScoreDoc[] found) {
    var scores = new HashMap<Integer, Float>();
    Arrays.stream(found).forEach(each -> scores.put(each.doc, each.score));
    return scores;
  }
}
