package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import newsroom.enrichment.broker.Precondition;
import newsroom.enrichment.embedding.Embeddings;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The archive of live stories, for those who ask. Asking never waits for what is being written.
@Component
public class Morgue implements Precondition {

  private final Embeddings embeddings;
  private final AtomicReference<@Nullable Cabinet> index = new AtomicReference<>();
  private volatile State state = State.closed("not opened yet");
  private volatile long said = System.nanoTime();

  /// How the morgue is.
  ///
  /// @param lag events on the topic that it has not read
  /// @param refreshed when new stories last became findable
  /// @param trouble why it cannot be asked; null when it can
  record State(boolean caughtUp, long lag, @Nullable Instant refreshed, @Nullable String trouble) {

    static State closed(String trouble) {
      return new State(false, 0, null, trouble);
    }
  }

  @Autowired
  Morgue(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  Morgue() {
    this(Embeddings.none());
  }

  /// Answers from the stories findable now.
  ///
  /// @throws IllegalStateException when there is no index to ask; the sentence says why
  public <R> R ask(Question<R> question) throws IOException {
    var asked = open();
    try {
      return asked.ask(question);
    } catch (AlreadyClosedException | IOException e) {
      var now = open();
      if (now.equals(asked)) {
        throw e;
      }
      // another has just taken its place; what an OpenSearch has no more, it does not know
      return now.ask(question);
    }
  }

  /// How many stories can be found.
  public int documents() throws IOException {
    return open().documents();
  }

  @Override
  public boolean met() {
    return state.caughtUp();
  }

  @Override
  public String toString() {
    return "the morgue has read what was published before the start";
  }

  Embeddings embeddings() {
    return embeddings;
  }

  /// How long nothing was heard of the reader, which says how it is several times a second.
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - said);
  }

  State state() {
    return state;
  }

  void say(State now) {
    this.state = now;
    this.said = System.nanoTime();
  }

  void use(@Nullable Cabinet opened) {
    index.set(opened);
  }

  private Cabinet open() {
    var opened = index.get();
    if (opened == null) {
      throw new IllegalStateException("the morgue is closed: " + state.trouble());
    }
    return opened;
  }
}
