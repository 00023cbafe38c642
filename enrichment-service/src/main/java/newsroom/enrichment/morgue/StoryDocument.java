package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A story as a document of the index, and the small facts read back from one.
final class StoryDocument {

  static final String URI = "uri";
  static final Term LIVE = new Term("state", "live");

  private static final String CARD = "card";
  private static final String TIME = "time";
  private static final String PRINT = "print";
  private static final String GIST = "gist";
  private static final String MEANING = "meaning";
  private static final String AGENCY = "agency";
  private static final String FIRST_LIVE = "firstLive";
  private static final String VERSION = "version";
  private static final String CREATED = "created";
  private static final String REVISION = "revision";

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  private StoryDocument() {}

  /// When each story of a segment was news, in milliseconds.
  static NumericDocValues times(LeafReader segment) throws IOException {
    return DocValues.getNumeric(segment, TIME);
  }

  static Holdings.Card card(LeafReader segment, int document) throws IOException {
    var cards = DocValues.getBinary(segment, CARD);
    if (!cards.advanceExact(document)) {
      throw new CorruptIndexException("a story without a card", segment.toString());
    }
    return Cards.of(cards.binaryValue());
  }

  /// Reads the facts of one segment's stories, in the order of its documents only.
  static final class Facts {

    private final int base;
    private final int end;
    private final NumericDocValues times;
    private final NumericDocValues prints;
    private final BinaryDocValues gists;
    private final BinaryDocValues meanings;

    Facts(LeafReaderContext segment) throws IOException {
      end = segment.docBase + segment.reader().maxDoc();
      base = segment.docBase;
      times = DocValues.getNumeric(segment.reader(), TIME);
      prints = DocValues.getNumeric(segment.reader(), PRINT);
      gists = DocValues.getBinary(segment.reader(), GIST);
      meanings = DocValues.getBinary(segment.reader(), MEANING);
    }

    boolean has(int document) {
      return document < end;
    }

    /// @param document its number in the whole index
    Holding.Facts of(int document) throws IOException {
      int here = document - base;
      long time = times.advanceExact(here) ? times.longValue() : 0;
      long print = prints.advanceExact(here) ? prints.longValue() : 0;
      return new Holding.Facts(
          Instant.ofEpochMilli(time), print, bytes(gists, here), bytes(meanings, here));
    }

    private static @Nullable BytesRef bytes(BinaryDocValues values, int document)
        throws IOException {
      // what it gives is its own, for the next document
      return values.advanceExact(document) ? BytesRef.deepCopyOf(values.binaryValue()) : null;
    }
  }

  /// The documents that are versions of this story, in all segments.
  static Set<Integer> ofStory(IndexReader reader, String uri) throws IOException {
    var documents = new HashSet<Integer>();
    for (var leaf : reader.leaves()) {
      var found = leaf.reader().postings(new Term(URI, uri), PostingsEnum.NONE);
      if (found != null) {
        for (int d = found.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = found.nextDoc()) {
          documents.add(leaf.docBase + d);
        }
      }
    }
    return documents;
  }

  /// Whether the document is a live story and not one that was replaced or killed.
  static boolean isLive(LeafReader segment, int document) throws IOException {
    var there = segment.getLiveDocs();
    if (there != null && !there.get(document)) {
      return false;
    }
    var live = segment.postings(LIVE, PostingsEnum.NONE);
    return live != null && live.advance(document) == document;
  }

  static Document of(Clipping clipping) {
    var story = clipping.story();
    var words = clipping.words();
    var meaning = clipping.meaning();
    var language = words.language();
    var document = new Document();
    document.add(new StringField(LIVE.field(), LIVE.text(), Field.Store.NO));
    document.add(new StringField(URI, story.uri(), Field.Store.NO));
    document.add(new BinaryDocValuesField(CARD, Cards.toBytes(story)));
    document.add(new Field(language.title(), words.headlineToField(), WORDS));
    document.add(new Field(language.all(), words.toField(), WORDS));
    document.add(new NumericDocValuesField(TIME, story.time().toEpochMilli()));
    document.add(new NumericDocValuesField(PRINT, clipping.print()));
    document.add(new BinaryDocValuesField(GIST, clipping.gist().toBytes()));
    document.add(new BinaryDocValuesField(AGENCY, new BytesRef(story.origin().agency())));
    document.add(new NumericDocValuesField(FIRST_LIVE, Holding.firstLive(story).toEpochMilli()));
    if (meaning != null) {
      document.add(new BinaryDocValuesField(MEANING, meaning.toBytes()));
    }
    addMark(document, story.mark());
    return document;
  }

  /// Remembers a kill, so that what was written before it is not taken for a reinstatement.
  static Document gravestone(String uri, Mark mark) {
    var document = new Document();
    document.add(new StringField(LIVE.field(), "killed", Field.Store.NO));
    document.add(new StringField(URI, uri, Field.Store.NO));
    document.add(new NumericDocValuesField(TIME, mark.created().toEpochMilli()));
    addMark(document, mark);
    return document;
  }

  static Mark mark(LeafReader segment, int document) throws IOException {
    return new Mark(
        number(segment, VERSION, document),
        Instant.ofEpochMilli(number(segment, CREATED, document)),
        (int) number(segment, REVISION, document));
  }

  /// Who tells it, and since when readers have it.
  static Story.Origin origin(LeafReader segment, int document) throws IOException {
    var agency = DocValues.getBinary(segment, AGENCY);
    return new Story.Origin(
        agency.advanceExact(document) ? agency.binaryValue().utf8ToString() : "",
        Instant.ofEpochMilli(number(segment, FIRST_LIVE, document)));
  }

  private static void addMark(Document document, Mark mark) {
    document.add(new NumericDocValuesField(VERSION, mark.version()));
    document.add(new NumericDocValuesField(CREATED, mark.created().toEpochMilli()));
    document.add(new NumericDocValuesField(REVISION, mark.revision()));
  }

  private static long number(LeafReader segment, String field, int document) throws IOException {
    var values = DocValues.getNumeric(segment, field);
    return values.advanceExact(document) ? values.longValue() : 0;
  }
}
