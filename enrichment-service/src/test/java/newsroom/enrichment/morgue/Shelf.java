package newsroom.enrichment.morgue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.Copy;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.vocabulary.Words;
import newsroom.schema.Published;

/// A morgue without Kafka, for tests: what is put is findable at once.
public final class Shelf implements AutoCloseable {

  private final Morgue morgue = new Morgue();
  private final Cabinet index;
  private final Archivist archivist;

  public Shelf(Path folder) throws IOException {
    this(Index.open(folder, Embeddings.none()));
  }

  Shelf(Cabinet cabinet) throws IOException {
    index = cabinet;
    archivist = new Archivist(index);
    morgue.use(index);
  }

  public Morgue morgue() {
    return morgue;
  }

  Cabinet cabinet() {
    return index;
  }

  /// Puts events that arrive in one poll.
  public void put(Published... events) throws IOException {
    for (var event : events) {
      archivist.apply(event, Cutting.clipping(event, index));
    }
    archivist.refresh();
  }

  public void putAll(List<Published> events) throws IOException {
    put(events.toArray(Published[]::new));
  }

  void tombstone(String uri) throws IOException {
    archivist.forget(uri);
    archivist.refresh();
  }

  /// Headlines of the stories that have this word there.
  List<String> headlines(String word) throws IOException {
    return headlines(word, "en");
  }

  /// The same among the stories of a language.
  List<String> headlines(String word, String language) throws IOException {
    var asking = Stories.of(Copy.article("asking", word, "").setLanguage(language).build());
    var words = Words.of(asking);
    return morgue.ask(
        holdings -> {
          var terms =
              holdings.weigh(words).all().stream()
                  .map(w -> new Inquiry.Term(w.word(), false, 1, 1, w.stories()))
                  .toList();
          var inquiry = new Inquiry(asking.uri(), Set.of(), asking.time(), words, terms);
          var headlines = new ArrayList<String>();
          for (var found : holdings.answers(inquiry, 10).best()) {
            headlines.add(holdings.card(found).headline());
          }
          return headlines;
        });
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
