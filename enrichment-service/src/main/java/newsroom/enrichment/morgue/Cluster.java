package newsroom.enrichment.morgue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
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
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One index of an OpenSearch, for an archive that is larger than one machine. All instances share
/// it; one writes at a time. Should another still write, too, an older word never gets over a newer
/// one: each carries a number that rises with the topic, see [Order].
///
/// OpenSearch gets words, not text: it counts and finds them, and what they mean in a language
/// stays with this service.
final class Cluster implements Cabinet {

  /// Name of the document that is the bookmark.
  static final String NOTE = "bookmark";

  /// States of a document; of a story that is gone nothing is known any more, but when.
  private static final String LIVE = "live";

  private static final String KILLED = "killed";
  private static final String GONE = "gone";

  private static final int MANY = 500;
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final OpenSearch http;
  private final ClusterIndexes indexes;
  private final String name;
  private final Keeps keeps;
  private final Embeddings embeddings;
  private final ClusterWords counts;

  /// What is sent with the next request, two lines each.
  private final List<ObjectNode> waiting = new ArrayList<>();

  private long said;
  private Instant tidied = Instant.EPOCH;

  /// @param clock tells when a story is gone
  /// @param gone how long that is remembered
  record Keeps(Clock clock, Duration gone) {}

  Cluster(ClusterIndexes indexes, String name, Keeps keeps, Embeddings embeddings) {
    this.http = indexes.http();
    this.indexes = indexes;
    this.name = name;
    this.keeps = keeps;
    this.embeddings = embeddings;
    this.counts = new ClusterWords(http, name);
  }

  @Override
  public <R> R ask(Question<R> question) throws IOException {
    return question.ask(new ClusterHoldings(http, name, counts));
  }

  /// Where a flood of stories comes in, this is most of what OpenSearch is asked.
  @Override
  public Clipping clip(Story story) {
    try {
      var words = Words.of(story);
      var gist = Gist.of(new ClusterHoldings(http, name, counts).weighOnly(words));
      var print = Fingerprint.of(story.text());
      return new Clipping(story, words, gist, print, embeddings.of(story).orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Embeddings embeddings() {
    return embeddings;
  }

  @Override
  public void put(Clipping clipping, boolean known) throws IOException {
    var story = clipping.story();
    var document = document(story.mark(), LIVE);
    document.put("headline", story.headline());
    document.put("time", story.time().toEpochMilli());
    document.put("print", Long.toString(clipping.print()));
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
    document.put(language.all(), ClusterWords.said(clipping.words(), false));
    document.put(language.title(), ClusterWords.said(clipping.words(), true));
    write(story.uri(), document);
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
    write(uri, document(mark, KILLED));
  }

  /// Leaves a stone: of a document that is deleted OpenSearch soon forgets that there was a newer
  /// word.
  @Override
  public void forget(String uri) throws IOException {
    long now = keeps.clock().instant().toEpochMilli();
    write(uri, http.object().put("state", GONE).put("gone", now));
  }

  @Override
  public void said(long order) {
    said = order;
  }

  private void write(String uri, ObjectNode document) throws IOException {
    var action = http.object();
    var index = action.putObject("index");
    index.put("_id", uri).put("version", said).put("version_type", "external_gte");
    waiting.add(action);
    waiting.add(document);
    if (waiting.size() >= 2 * MANY) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (!waiting.isEmpty()) {
      http.bulk(ClusterNames.writing(name), waiting);
      waiting.clear();
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
    var path = ClusterNames.writing(name) + "/_doc/" + NOTE + "?" + OpenSearch.ONLY_WHERE_MADE;
    http.send("PUT", path, document.toString()).whole();
    if (whole) {
      indexes.answer(name);
    }
    if (!bookmark.written().isBefore(tidied.plus(TIDY_EVERY))) {
      tidy(bookmark.written().minus(keeps.gone()));
      tidied = bookmark.written();
    }
  }

  private void tidy(Instant oldest) throws IOException {
    var query = http.object();
    query.putObject("query").putObject("range").putObject("gone").put("lt", oldest.toEpochMilli());
    // who is written to just now is not gone
    http.send("POST", name + "/_delete_by_query?conflicts=proceed", query.toString()).whole();
    indexes.tidy(oldest);
  }

  @Override
  public Optional<Bookmark> bookmark() throws IOException {
    return http.document(name, NOTE)
        .flatMap(document -> Bookmark.of(texts(document.path("_source").path("note"))));
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
    var query = http.object();
    query.putObject("query").putObject("term").put("state", LIVE);
    return http.count(name, query);
  }

  @Override
  public Optional<Map.Entry<Mark, Boolean>> find(String uri) throws IOException {
    return http.document(name, uri)
        .map(document -> document.path("_source"))
        .filter(found -> !state(found).equals(GONE))
        .map(found -> Map.entry(mark(found), state(found).equals(LIVE)));
  }

  private static String state(JsonNode found) {
    return found.path("state").asString("");
  }

  private static Mark mark(JsonNode found) {
    return new Mark(
        found.path("version").asLong(0),
        Instant.ofEpochMilli(found.path("created").asLong(0)),
        found.path("revision").asInt(0));
  }

  @Override
  public void close() throws IOException {
    // what was not bookmarked is read again
    waiting.clear();
  }
}
