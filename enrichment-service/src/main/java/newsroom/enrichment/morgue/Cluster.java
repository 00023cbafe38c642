package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One index of an OpenSearch, for an archive that is larger than one machine. All instances share
/// it and each writes all that it reads: the same events in the same order end in the same state.
///
/// OpenSearch gets words, not text: it counts and finds them, and what they mean in a language
/// stays with this service.
final class Cluster implements Cabinet {

  private static final String NOTE = "bookmark";
  private static final String WHOLE = "whole";
  private static final String MEANINGS = "meanings";
  private static final int MANY = 500;

  private final OpenSearch http;
  private final String name;
  private final Embeddings embeddings;

  /// What is sent with the next request, two lines each.
  private final List<ObjectNode> waiting = new ArrayList<>();

  private int changes;

  Cluster(OpenSearch http, String name, Embeddings embeddings) throws IOException {
    this.http = http;
    this.name = name;
    this.embeddings = embeddings;
    http.make(name);
  }

  static boolean isWhole(OpenSearch http, String name) throws IOException {
    return http.document(name, NOTE)
        .map(note -> note.path("note").path(WHOLE).asString("").equals("true"))
        .orElse(false);
  }

  @Override
  public <R> R ask(Question<R> question) throws IOException {
    return question.ask(new ClusterHoldings(http, name));
  }

  @Override
  public Embeddings embeddings() {
    return embeddings;
  }

  @Override
  public void put(Clipping clipping, boolean known) throws IOException {
    var story = clipping.story();
    var document = document(story.mark(), "live");
    document.put("headline", story.headline());
    document.put("time", story.time().toEpochMilli());
    document.put("print", Long.toString(Fingerprint.of(story.text())));
    document.put("gist", base64(clipping.gist().toBytes()));
    document.put("agency", story.origin().agency());
    document.put("firstLive", Holding.firstLive(story).toEpochMilli());
    if (story.archive() != null) {
      document.put("archive", story.archive());
    }
    var meaning = clipping.meaning();
    if (meaning != null) {
      document.put("meaning", base64(meaning.toBytes()));
    }
    var language = clipping.words().language();
    document.put(language.all(), said(clipping.words(), false));
    document.put(language.title(), said(clipping.words(), true));
    write("index", story.uri(), document);
  }

  private static String said(Words words, boolean inHeadline) {
    var said = new StringBuilder();
    words
        .counts()
        .forEach(
            (word, count) -> {
              int times = inHeadline ? count.timesInHeadline() : count.times();
              said.append((word.utf8ToString() + " ").repeat(times));
            });
    return said.toString();
  }

  private static String base64(BytesRef bytes) {
    var exact = BytesRef.deepCopyOf(bytes);
    return Base64.getEncoder().encodeToString(exact.bytes);
  }

  private ObjectNode document(Mark mark, String state) {
    return http.object()
        .put("state", state)
        .put("version", mark.version())
        .put("created", mark.created().toEpochMilli())
        .put("revision", mark.revision());
  }

  @Override
  public void bury(String uri, Mark mark) throws IOException {
    write("index", uri, document(mark, "killed"));
  }

  @Override
  public void forget(String uri) throws IOException {
    write("delete", uri, null);
  }

  private void write(String what, String uri, @Nullable ObjectNode document) throws IOException {
    var action = http.object();
    action.putObject(what).put("_id", uri);
    waiting.add(action);
    if (document != null) {
      waiting.add(document);
    }
    if (++changes >= MANY) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (!waiting.isEmpty()) {
      http.bulk(name, waiting);
      waiting.clear();
      changes = 0;
    }
  }

  @Override
  public void refresh() throws IOException {
    flush();
    http.refresh(name);
  }

  @Override
  public void commit(Bookmark bookmark, boolean whole) throws IOException {
    flush();
    var document = http.object();
    var note = document.putObject("note");
    bookmark.toUserData().forEach(note::put);
    note.put(WHOLE, Boolean.toString(whole)).put(MEANINGS, embeddings.name());
    http.put(name, NOTE, document);
  }

  @Override
  public Optional<Bookmark> bookmark() throws IOException {
    return http.document(name, NOTE)
        .map(document -> document.path("note"))
        .filter(note -> note.path(MEANINGS).asString("").equals(embeddings.name()))
        .flatMap(note -> Bookmark.of(texts(note)));
  }

  private static Map<String, String> texts(JsonNode note) {
    var texts = new TreeMap<String, String>();
    note.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }

  @Override
  public boolean isNew() throws IOException {
    return http.document(name, NOTE).isEmpty();
  }

  @Override
  public int documents() throws IOException {
    return http.count(name, "state", "live");
  }

  @Override
  public Optional<Map.Entry<Mark, Boolean>> find(String uri) throws IOException {
    return http.document(name, uri)
        .map(
            found -> {
              var mark =
                  new Mark(
                      found.path("version").asLong(0),
                      Instant.ofEpochMilli(found.path("created").asLong(0)),
                      found.path("revision").asInt(0));
              return Map.entry(mark, found.path("state").asString("").equals("live"));
            });
  }

  @Override
  public void close() throws IOException {
    // what was not bookmarked is read again
    waiting.clear();
  }
}
