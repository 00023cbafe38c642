package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Words;

/// Keeps what the morgue knows: [Index] on this machine's disk, [Cluster] in an OpenSearch. One
/// thread writes; any number ask.
interface Cabinet extends Closeable {

  /// Answers from the stories findable now.
  <R> R ask(Question<R> question) throws IOException;

  /// What reads the headlines of this one's stories.
  Embeddings embeddings();

  /// Reads a story and cuts it into words. For any number of threads.
  default Clipping clip(Story story) {
    try {
      var words = Words.of(story);
      var gist = Gist.of(ask(holdings -> holdings.weigh(words)));
      var print = Fingerprint.of(story.text());
      return new Clipping(story, words, gist, print, embeddings().of(story).orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tells where among all events stands the one that the next change comes from. Needed where
  /// others write, too: an earlier event never overrules a later one.
  default void said(long order) {}

  /// Puts a story in.
  ///
  /// @param known whether there may be an older version; false where there surely is none
  void put(Clipping clipping, boolean known) throws IOException;

  /// Remembers that a story was killed.
  void bury(String uri, Mark mark) throws IOException;

  void forget(String uri) throws IOException;

  /// Makes findable what was put in.
  void refresh() throws IOException;

  /// Makes safe what was put in.
  ///
  /// @param whole false while another answers until this one has caught up
  void commit(Bookmark bookmark, boolean whole) throws IOException;

  /// How far the last commit had read; empty for a new one, or one of another form.
  Optional<Bookmark> bookmark() throws IOException;

  /// Whether nothing was ever committed.
  boolean isNew() throws IOException;

  /// How many stories can be found.
  int documents() throws IOException;

  /// What the last refresh knew of this story: its mark, and whether it was live.
  Optional<Map.Entry<Mark, Boolean>> find(String uri) throws IOException;
}
