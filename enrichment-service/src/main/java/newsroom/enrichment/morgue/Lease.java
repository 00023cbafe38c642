package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which of the instances that share an index writes to it: the one that a document names. It
/// writes the document anew every so often; where that has not happened for a while it is gone,
/// and another takes its place. No clocks are compared, each goes by its own.
final class Lease implements Turn {

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final OpenSearch http;
  private final String index;
  private final String path;
  private final Duration term;
  private final String me = UUID.randomUUID().toString();

  private @Nullable Seen seen;
  private @Nullable ScheduledExecutorService beating;
  private Morgue.State state = Morgue.State.closed("not opened yet");
  private long beaten;
  private boolean lost;

  /// One writing of the document, and since when it is there.
  private record Seen(String writing, long since) {

    static String writing(JsonNode document) {
      var number = document.path("_seq_no").asLong(0);
      return "if_seq_no=" + number + "&if_primary_term=" + document.path("_primary_term").asLong(0);
    }
  }

  /// @param index where instances agree
  /// @param what they agree about
  /// @param term after so long without a sign of life another instance takes it
  Lease(OpenSearch http, String index, String what, Duration term) {
    this.http = http;
    this.index = index;
    this.path = OpenSearch.escaped(what);
    this.term = term;
  }

  /// Takes it, if it is free.
  synchronized boolean take() throws IOException {
    end();
    var there = there();
    if (there.isEmpty()) {
      seen = null;
      return begin(index + "/_create/" + path + "?" + OpenSearch.ONLY_WHERE_MADE);
    }
    var writing = Seen.writing(there.get());
    if (seen == null || !seen.writing().equals(writing)) {
      seen = new Seen(writing, System.nanoTime());
    }
    var said = there.get().path("_source");
    state =
        new Morgue.State(
            said.path("caughtUp").asBoolean(false),
            said.path("lag").asLong(0),
            null,
            said.path("trouble").asString(null));
    return (isMine(there.get()) || since(seen.since()).compareTo(term) >= 0)
        && begin(where(writing));
  }

  /// How the morgue is, as the one says who has it.
  synchronized Morgue.State told() {
    return state;
  }

  private Optional<JsonNode> there() throws IOException {
    var found = http.ask("GET", index + "/_doc/" + path, null);
    if (found.status() == NOT_FOUND && !found.body().has("found")) {
      make();
      return Optional.empty();
    }
    return found.document();
  }

  private void make() throws IOException {
    var made = http.object();
    made.putObject("settings").put("number_of_shards", 1).put("auto_expand_replicas", "0-1");
    made.putObject("mappings").put("enabled", false);
    made.putObject("aliases").putObject(index);
    var reply = http.send("PUT", index + "-1", made.toString());
    if (!reply.said().contains("resource_already_exists_exception")) {
      reply.whole();
    }
  }

  private String where(String writing) {
    return index + "/_doc/" + path + "?" + writing + "&" + OpenSearch.ONLY_WHERE_MADE;
  }

  private boolean begin(String where) throws IOException {
    lost = false;
    state = Morgue.State.closed("another instance has just begun to write");
    if (!write(where)) {
      return false;
    }
    var beats = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    long every = term.dividedBy(5).toMillis();
    var _ = beats.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
    beating = beats;
    return true;
  }

  /// False where another was first.
  private boolean write(String where) throws IOException {
    long now = System.nanoTime();
    var written = http.ask("PUT", where, mine()).unless(CONFLICT);
    written.ifPresent(
        document -> {
          seen = new Seen(Seen.writing(document), now);
          beaten = now;
        });
    return written.isPresent();
  }

  private ObjectNode mine() {
    return http.object()
        .put("by", me)
        .put("caughtUp", state.caughtUp())
        .put("lag", state.lag())
        .put("trouble", state.trouble());
  }

  private synchronized void beat() {
    var last = seen;
    if (beating == null || last == null) {
      // it ended while this waited
      return;
    }
    try {
      lost = lost || (!write(where(last.writing())) && !writeOver());
    } catch (IOException | RuntimeException _) {
      // tried again; whoever writes is told once it has been too long
    }
  }

  /// Where a beat arrived of which no answer came back, the document is another one than was known,
  /// and still this one's own. False where another has taken it.
  private boolean writeOver() throws IOException {
    var there = there().filter(this::isMine);
    if (there.isEmpty()) {
      return false;
    }
    // should yet another late beat come between, the next finds it
    var _ = write(where(Seen.writing(there.get())));
    return true;
  }

  private boolean isMine(JsonNode document) {
    return document.path("_source").path("by").asString("").equals(me);
  }

  @Override
  public synchronized void keep(Morgue.State now) throws IOException {
    state = now;
    // a little earlier than others may take it
    if (lost || since(beaten).compareTo(term.multipliedBy(4).dividedBy(5)) > 0) {
      throw new IOException("another instance writes the archive, or may do so by now");
    }
  }

  private boolean end() {
    var ending = beating;
    beating = null;
    if (ending != null) {
      ending.shutdownNow();
    }
    return ending != null;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /// So that the next one need not wait.
  @Override
  public synchronized void close() {
    var last = seen;
    try {
      if (end() && last != null && !lost) {
        http.ask("DELETE", index + "/_doc/" + path + "?" + last.writing(), null);
      }
    } catch (IOException _) {
      // it runs out by itself
    }
  }
}
