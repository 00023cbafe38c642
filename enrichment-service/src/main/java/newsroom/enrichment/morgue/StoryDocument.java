package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import newsroom.enrichment.embedding.Embedding;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Language;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A story as a document of the index, and the small facts read back from one.
public final class StoryDocument {

  static final String URI = "uri";
  static final Term LIVE = new Term("state", "live");

  private static final String HEADLINE = "headline";
  private static final String TIME = "time";
  private static final String PRINT = "print";
  private static final String GIST = "gist";
  private static final String MEANING = "meaning";
  private static final String AGENCY = "agency";
  private static final String FIRST_LIVE = "firstLive";
  private static final String VERSION = "version";
  private static final String CREATED = "created";
  private static final String REVISION = "revision";
  private static final Set<String> SHOWN = Set.of(URI, HEADLINE);

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  private StoryDocument() {}

  /// What a promo needs of a story.
  public record Card(String uri, String headline) {}

  public static Card card(StoredFields stored, int document) throws IOException {
    var fields = stored.document(document, SHOWN);
    return new Card(fields.get(URI), fields.get(HEADLINE));
  }

  /// The time of the story in this document of a segment.
  public static Instant time(LeafReader segment, int document) throws IOException {
    return Instant.ofEpochMilli(number(segment, TIME, document));
  }

  /// The fingerprint of the story's text.
  public static long fingerprint(LeafReader segment, int document) throws IOException {
    return number(segment, PRINT, document);
  }

  /// What the story's words say it is about, as [Gist] reads it.
  public static @Nullable BytesRef gist(LeafReader segment, int document) throws IOException {
    return bytes(segment, GIST, document);
  }

  /// The short name of the agency that tells it; empty where it is not known.
  public static String agency(LeafReader segment, int document) throws IOException {
    var name = bytes(segment, AGENCY, document);
    return name == null ? "" : name.utf8ToString();
  }

  /// Since when readers have it.
  public static Instant firstLive(LeafReader segment, int document) throws IOException {
    return Instant.ofEpochMilli(number(segment, FIRST_LIVE, document));
  }

  /// What its headline means, as [Embedding] reads it; null where none was made.
  public static @Nullable BytesRef meaning(LeafReader segment, int document) throws IOException {
    return bytes(segment, MEANING, document);
  }

  /// The documents that are versions of this story, in all segments.
  public static Set<Integer> ofStory(IndexReader reader, String uri) throws IOException {
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

  static Document of(Story story, Gist gist, @Nullable Embedding meaning) {
    var language = Language.of(story.language());
    var document = new Document();
    document.add(new StringField(LIVE.field(), LIVE.text(), Field.Store.NO));
    document.add(new StringField(URI, story.uri(), Field.Store.YES));
    document.add(new StoredField(HEADLINE, story.headline()));
    document.add(new Field(language.title(), story.headline(), WORDS));
    document.add(new Field(language.all(), story.headline() + "\n" + story.text(), WORDS));
    document.add(new NumericDocValuesField(TIME, story.time().toEpochMilli()));
    document.add(new NumericDocValuesField(PRINT, Fingerprint.of(story.text())));
    document.add(new BinaryDocValuesField(GIST, gist.toBytes()));
    document.add(new BinaryDocValuesField(AGENCY, new BytesRef(story.origin().agency())));
    var live = story.origin().firstLive();
    document.add(
        new NumericDocValuesField(FIRST_LIVE, (live == null ? story.time() : live).toEpochMilli()));
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
    document.add(new StringField(URI, uri, Field.Store.YES));
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

  private static void addMark(Document document, Mark mark) {
    document.add(new NumericDocValuesField(VERSION, mark.version()));
    document.add(new NumericDocValuesField(CREATED, mark.created().toEpochMilli()));
    document.add(new NumericDocValuesField(REVISION, mark.revision()));
  }

  private static @Nullable BytesRef bytes(LeafReader segment, String field, int document)
      throws IOException {
    var values = DocValues.getBinary(segment, field);
    return values.advanceExact(document) ? values.binaryValue() : null;
  }

  private static long number(LeafReader segment, String field, int document) throws IOException {
    var values = DocValues.getNumeric(segment, field);
    return values.advanceExact(document) ? values.longValue() : 0;
  }
}
