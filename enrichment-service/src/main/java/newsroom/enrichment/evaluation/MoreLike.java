package newsroom.enrichment.evaluation;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.enrichment.story.Story;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/// Lucene's MoreLikeThis as it comes, over headline and text: what a newsroom gets that asks its
/// search engine.
final class MoreLike implements Contestant, Closeable {

  private static final int HITS = 100;
  private static final String ID = "id";
  private static final String HEADLINE = "headline";
  private static final String TEXT = "text";

  private final StandardAnalyzer analyzer = new StandardAnalyzer();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private @Nullable DirectoryReader reader;

  MoreLike() throws IOException {
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
  }

  void put(Story story) throws IOException {
    var document = new Document();
    document.add(new StringField(ID, story.uri(), Field.Store.YES));
    document.add(new TextField(HEADLINE, story.headline(), Field.Store.NO));
    document.add(new TextField(TEXT, story.text(), Field.Store.NO));
    writer.addDocument(document);
  }

  void refresh() throws IOException {
    var before = reader;
    reader = DirectoryReader.open(writer);
    if (before != null) {
      before.close();
    }
  }

  @Override
  public String name() {
    return "MoreLikeThis";
  }

  @Override
  public List<String> rank(Story story) throws IOException {
    if (reader == null) {
      return List.of();
    }
    var searcher = new IndexSearcher(reader);
    var like = new MoreLikeThis(reader);
    like.setAnalyzer(analyzer);
    like.setFieldNames(new String[] {HEADLINE, TEXT});
    var query = like.like(Map.of(HEADLINE, List.of(story.headline()), TEXT, List.of(story.text())));
    var ids = new ArrayList<String>();
    for (var hit : searcher.search(query, HITS).scoreDocs) {
      var id = searcher.storedFields().document(hit.doc, Set.of(ID)).get(ID);
      if (!id.equals(story.uri())) {
        ids.add(id);
      }
    }
    return ids;
  }

  @Override
  public List<String> links(Story story) throws IOException {
    return rank(story);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    writer.close();
    directory.close();
  }
}
