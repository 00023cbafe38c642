package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How many stories of an OpenSearch have a word. It counts words for texts that it is shown, but
/// each time on one shard only: so it is shown them once for each.
final class ClusterWords {

  private static final int TRIES = 10_000;

  private final OpenSearch http;
  private final String index;

  /// Of the index that answered last; another name may stand for another one soon.
  private volatile @Nullable Shards shards;

  /// What leads to each shard of an index.
  private record Shards(String index, Collection<String> routes) {}

  /// What is known of a field's words.
  record Counted(Relevance relevance, Map<BytesRef, Integer> with) {

    static final Counted NOTHING = new Counted(new Relevance(0, 1), Map.of());

    int with(BytesRef word) {
      return with.getOrDefault(word, 0);
    }
  }

  ClusterWords(OpenSearch http, String index) {
    this.http = http;
    this.index = index;
  }

  /// A story's words as the fields of its document have them.
  static String said(Words words, boolean inHeadline) {
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

  /// How many documents have each of these words, in each of these fields, and how long those are.
  Map<String, Counted> count(List<String> fields, Collection<BytesRef> words) throws IOException {
    var text = String.join(" ", words.stream().map(BytesRef::utf8ToString).toList());
    var known = shards;
    var counted = known == null ? null : count(fields, text, known);
    while (counted == null) {
      known = look();
      shards = known;
      counted = count(fields, text, known);
    }
    return counted;
  }

  private @Nullable Map<String, Counted> count(List<String> fields, String text, Shards known)
      throws IOException {
    var asked = http.object();
    var documents = asked.putArray("docs");
    known.routes().forEach(route -> show(documents.addObject(), fields, text, route));
    var parts = http.termVectors(asked);
    for (var part : parts) {
      if (part.has("error")) {
        throw new IOException("OpenSearch does not count words: " + part.path("error"));
      }
      if (!part.path("_index").asString("").equals(known.index())) {
        return null;
      }
    }
    var counted = new HashMap<String, Counted>();
    fields.forEach(field -> counted.put(field, sum(parts, field)));
    return counted;
  }

  private void show(ObjectNode document, List<String> fields, String text, String route) {
    document.put("_index", index).put("routing", route);
    var shown = document.putObject("doc");
    var which = document.putArray("fields");
    for (var field : fields) {
      shown.put(field, text);
      which.add(field);
    }
    document.put("term_statistics", true).put("field_statistics", true);
    document.put("positions", false).put("offsets", false).put("payloads", false);
  }

  private static Counted sum(JsonNode parts, String field) {
    long texts = 0;
    long tokens = 0;
    var with = new HashMap<BytesRef, Integer>();
    for (var part : parts) {
      var said = part.path("term_vectors").path(field);
      var statistics = said.path("field_statistics");
      texts += Math.max(0, statistics.path("doc_count").asLong(0));
      tokens += Math.max(0, statistics.path("sum_ttf").asLong(0));
      for (var term : said.path("terms").properties()) {
        int stories = term.getValue().path("doc_freq").asInt(0);
        with.merge(new BytesRef(term.getKey()), stories, Integer::sum);
      }
    }
    double average = texts == 0 ? 1 : tokens / (double) texts;
    return new Counted(new Relevance(texts, average), with);
  }

  /// Tries routes until each shard has one.
  private Shards look() throws IOException {
    var all = http.ask("GET", index + "/_search_shards", null).whole().path("shards");
    var routes = new TreeMap<Integer, String>();
    for (int i = 0; routes.size() < all.size() && i < TRIES; i++) {
      var route = Integer.toString(i);
      var path = index + "/_search_shards?routing=" + route;
      var found = http.ask("GET", path, null).whole().path("shards").path(0).path(0);
      routes.putIfAbsent(found.path("shard").asInt(0), route);
    }
    var name = all.path(0).path(0).path("index").asString("");
    return new Shards(name, List.copyOf(routes.values()));
  }
}
