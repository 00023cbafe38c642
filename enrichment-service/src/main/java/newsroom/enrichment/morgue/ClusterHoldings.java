package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Rarity;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an OpenSearch answers. Two requests for a story: how rare its words are, and who has the
/// most telling ones.
final class ClusterHoldings implements Holdings {

  private final OpenSearch http;
  private final String index;
  private final Map<String, Counted> counted = new HashMap<>();
  private final List<Card> cards = new ArrayList<>();
  private final List<Story.Origin> origins = new ArrayList<>();

  /// What is known of a field's words. With more than one shard it is one shard's, which is a fair
  /// sample of all.
  private record Counted(Relevance relevance, Map<BytesRef, Integer> with) {

    int with(BytesRef word) {
      return with.getOrDefault(word, 0);
    }
  }

  ClusterHoldings(OpenSearch http, String index) {
    this.http = http;
    this.index = index;
  }

  @Override
  public WeighedWords weigh(Words words) throws IOException {
    var language = words.language();
    var all = words.counts().keySet().stream().map(BytesRef::utf8ToString).toList();
    var vectors = http.wordCounts(index, List.of(language.all(), language.title()), all);
    for (var field : List.of(language.all(), language.title())) {
      counted.put(field, counted(vectors.path(field)));
    }
    var inAll = counted(language.all());
    return Rarity.of(language, (int) inAll.relevance().texts(), inAll.with()).weigh(words);
  }

  private static Counted counted(JsonNode field) {
    var statistics = field.path("field_statistics");
    long texts = Math.max(0, statistics.path("doc_count").asLong(0));
    double average = texts == 0 ? 1 : statistics.path("sum_ttf").asLong(0) / (double) texts;
    var with = new HashMap<BytesRef, Integer>();
    field
        .path("terms")
        .properties()
        .forEach(
            term ->
                with.put(new BytesRef(term.getKey()), term.getValue().path("doc_freq").asInt(0)));
    return new Counted(new Relevance(texts, average), with);
  }

  private Counted counted(String field) {
    return counted.getOrDefault(field, new Counted(new Relevance(0, 1), Map.of()));
  }

  @Override
  public Answers answers(Inquiry inquiry, int most) throws IOException {
    var query = http.object();
    query.put("size", most).put("track_total_hits", false);
    query
        .putArray("_source")
        .add("headline")
        .add("time")
        .add("print")
        .add("gist")
        .add("meaning")
        .add("agency")
        .add("archive")
        .add("firstLive");
    var should = query.putObject("query").putObject("bool").putArray("should");
    double own = 0;
    for (var term : inquiry.terms()) {
      var field = inquiry.field(term);
      var known = counted(field);
      int with = known.with(term.word());
      own += term.boost() * known.relevance().score(with, term.times(), inquiry.tokens(term));
      if (with > 0) {
        var clause = should.addObject().putObject("term").putObject(field);
        clause.put("value", term.word().utf8ToString());
        clause.put("boost", term.boost() * correction(with, known.relevance().texts()));
      }
    }
    var best = new ArrayList<Holding>();
    if (should.isEmpty()) {
      // nothing to look for would find everything
      return new Answers(own, best);
    }
    for (var hit : http.search(index, query).path("hits").path("hits")) {
      best.add(holding(hit, inquiry));
    }
    return new Answers(own, best);
  }

  /// OpenSearch has no notion of texts that are lent to a young archive.
  private float correction(long with, long texts) {
    double theirs = Math.log(1 + (texts - with + 0.5) / (with + 0.5));
    return (float) (Relevance.rarity(with, texts) / theirs / http.scale());
  }

  private Holding holding(JsonNode hit, Inquiry inquiry) {
    var source = hit.path("_source");
    var uri = hit.path("_id").asString("");
    cards.add(
        new Card(uri, source.path("headline").asString(""), source.path("archive").asString(null)));
    origins.add(
        new Story.Origin(
            source.path("agency").asString(""),
            Instant.ofEpochMilli(source.path("firstLive").asLong(0))));
    var facts =
        new Holding.Facts(
            Instant.ofEpochMilli(source.path("time").asLong(0)),
            Long.parseLong(source.path("print").asString("0")),
            bytes(source.path("gist")),
            bytes(source.path("meaning")));
    float score = (float) hit.path("_score").asDouble(0);
    return new Holding(cards.size() - 1, score, tie(uri, inquiry), facts);
  }

  private static Holding.Tie tie(String uri, Inquiry inquiry) {
    if (uri.equals(inquiry.uri())) {
      return Holding.Tie.ITSELF;
    }
    return inquiry.linked().contains(uri) ? Holding.Tie.LINKED : Holding.Tie.NONE;
  }

  private static @Nullable BytesRef bytes(JsonNode text) {
    return text.isString() ? new BytesRef(Base64.getDecoder().decode(text.asString())) : null;
  }

  @Override
  public Card card(Holding holding) {
    return cards.get(holding.place());
  }

  @Override
  public Story.Origin origin(Holding holding) {
    return origins.get(holding.place());
  }

  @Override
  public boolean holds(String uri) throws IOException {
    return http.count(index, "_id", uri) > 0;
  }

  @Override
  public boolean has(Holding holding, Inquiry inquiry, BytesRef word) {
    var gist = holding.facts().gist();
    return gist != null && Gist.has(gist, word);
  }
}
