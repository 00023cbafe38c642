package newsroom.enrichment.morgue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.vocabulary.Language;
import newsroom.enrichment.vocabulary.Rarities;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The Lucene index: one writer, used by one thread, and searchers for everybody.
final class Index implements Cabinet {

  /// Whose embeddings the documents have: with another model, or with none, it is another form.
  private static final String MEANINGS = "meanings";

  private static final String WHOLE = "whole";

  private static final BM25Similarity BM25 = Relevance.similarity();

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Embeddings embeddings;
  private final Rarities rarities = new Rarities();
  private final Columns.Kept columns = new Columns.Kept();

  private Index(
      Directory directory, IndexWriter writer, SearcherManager searchers, Embeddings embeddings) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    this.embeddings = embeddings;
  }

  /// Opens what is there, or makes an empty index.
  static Index open(Path folder, Embeddings embeddings) throws IOException {
    var directory = FSDirectory.open(Files.createDirectories(folder));
    IndexWriter writer = null;
    try {
      writer = new IndexWriter(directory, config());
      return new Index(directory, writer, new SearcherManager(writer, searching()), embeddings);
    } catch (IOException | RuntimeException | Error e) {
      // a writer that nobody has keeps everybody else out until the process ends
      try (directory) {
        if (writer != null) {
          writer.rollback();
        }
      }
      throw e;
    }
  }

  /// Whether there is an index in this folder that needs no other beside it.
  static boolean isWhole(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      return Boolean.parseBoolean(reader.getIndexCommit().getUserData().get(WHOLE));
    } catch (IOException | IllegalArgumentException _) {
      // whoever opens it to read on will say what is wrong with it
      return false;
    }
  }

  /// Takes every file of an index away, readable or not.
  static void wipe(Path folder) throws IOException {
    try (var directory = FSDirectory.open(Files.createDirectories(folder));
        var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (var file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(Language.ofFields())
        .setSimilarity(BM25)
        // closing must not claim to have read what it did not bookmark
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(64);
  }

  private static SearcherFactory searching() {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(
          org.apache.lucene.index.IndexReader reader,
          org.apache.lucene.index.@Nullable IndexReader previous) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(BM25);
        // fifty terms of one story come back in no other story: a cache only costs
        searcher.setQueryCache(null);
        return searcher;
      }
    };
  }

  @Override
  public <R> R ask(Question<R> question) throws IOException {
    var searcher = searchers.acquire();
    try {
      return question.ask(new IndexHoldings(searcher, rarities, columns));
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public Embeddings embeddings() {
    return embeddings;
  }

  @Override
  public void put(Clipping clipping, boolean known) throws IOException {
    var document = StoryDocument.of(clipping);
    if (known) {
      writer.updateDocument(new Term(StoryDocument.URI, clipping.story().uri()), document);
    } else {
      writer.addDocument(document);
    }
  }

  @Override
  public void bury(String uri, Mark mark) throws IOException {
    writer.updateDocument(new Term(StoryDocument.URI, uri), StoryDocument.gravestone(uri, mark));
  }

  @Override
  public void forget(String uri) throws IOException {
    writer.deleteDocuments(new Term(StoryDocument.URI, uri));
  }

  @Override
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  @Override
  public void commit(Bookmark bookmark, boolean whole) throws IOException {
    var data = bookmark.toUserData();
    data.put(WHOLE, Boolean.toString(whole));
    data.put(MEANINGS, embeddings.name());
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  @Override
  public Optional<Bookmark> bookmark() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.empty();
    }
    try (var reader = DirectoryReader.open(directory)) {
      var data = reader.getIndexCommit().getUserData();
      return data.getOrDefault(MEANINGS, "").equals(embeddings.name())
          ? Bookmark.of(data)
          : Optional.empty();
    }
  }

  @Override
  public boolean isNew() throws IOException {
    return !DirectoryReader.indexExists(directory);
  }

  @Override
  public int documents() throws IOException {
    var searcher = searchers.acquire();
    try {
      return searcher.count(new TermQuery(StoryDocument.LIVE));
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public Optional<Map.Entry<Mark, Boolean>> find(String uri) throws IOException {
    var searcher = searchers.acquire();
    try {
      for (var leaf : searcher.getIndexReader().leaves()) {
        var segment = leaf.reader();
        var found = segment.postings(new Term(StoryDocument.URI, uri), PostingsEnum.NONE);
        for (int doc = next(found); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(found)) {
          if (segment.getLiveDocs() == null || segment.getLiveDocs().get(doc)) {
            var live = segment.postings(StoryDocument.LIVE, PostingsEnum.NONE);
            boolean isLive = live != null && live.advance(doc) == doc;
            return Optional.of(Map.entry(StoryDocument.mark(segment, doc), isLive));
          }
        }
      }
      return Optional.empty();
    } finally {
      searchers.release(searcher);
    }
  }

  private static int next(@Nullable PostingsEnum postings) throws IOException {
    return postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer) {
      searchers.close();
    }
  }
}
