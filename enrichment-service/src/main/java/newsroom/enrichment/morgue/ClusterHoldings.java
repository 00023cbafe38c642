package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Rarity;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an OpenSearch answers. Two requests for a story: how rare its words are, and who has the
/// most telling ones; a third where there are more such stories than asked for.
final class ClusterHoldings implements Holdings {

  private static final List<String> KEPT =
      List.of("headline", "time", "print", "gist", "meaning", "agency", "archive", "firstLive");

  private static final Comparator<JsonNode> BEST_FIRST =
      Comparator.comparingDouble((JsonNode hit) -> -hit.path("_score").asDouble(0))
          .thenComparing(ClusterHoldings::uri);

  private final OpenSearch http;
  private final String index;
  private final ClusterWords words;
  private final Map<String, ClusterWords.Counted> counted = new HashMap<>();
  private final List<Card> cards = new ArrayList<>();
  private final List<Story.Origin> origins = new ArrayList<>();

  ClusterHoldings(OpenSearch http, String index, ClusterWords words) {
    this.http = http;
    this.index = index;
    this.words = words;
  }

  @Override
  public WeighedWords weigh(Words asked) throws IOException {
    return weigh(asked, List.of(asked.language().all(), asked.language().title()));
  }

  /// For whoever does not go on to ask for answers: words of headlines are not counted.
  WeighedWords weighOnly(Words asked) throws IOException {
    return weigh(asked, List.of(asked.language().all()));
  }

  private WeighedWords weigh(Words asked, List<String> fields) throws IOException {
    var language = asked.language();
    counted.putAll(words.count(fields, asked.counts().keySet()));
    var inAll = counted(language.all());
    return Rarity.of(language, (int) inAll.relevance().texts(), inAll.with()).weigh(asked);
  }

  private ClusterWords.Counted counted(String field) {
    return counted.getOrDefault(field, ClusterWords.Counted.NOTHING);
  }

  @Override
  public Answers answers(Inquiry inquiry, int most) throws IOException {
    var asked = http.object();
    var should = asked.putArray("should");
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
    if (!should.isEmpty()) {
      // nothing to look for would find everything
      for (var hit : best(asked, inquiry, most)) {
        best.add(holding(hit, inquiry));
      }
    }
    return new Answers(own, best);
  }

  /// Half the places are kept for stories of the days around: what was said long ago about the same
  /// subject would else leave none for the news of the day.
  private List<JsonNode> best(ObjectNode asked, Inquiry inquiry, int most) throws IOException {
    var found = search(asked, most);
    if (found.size() < most) {
      return found;
    }
    var days =
        asked
            .put("minimum_should_match", 1)
            .putObject("filter")
            .putObject("range")
            .putObject("time");
    days.put("gte", inquiry.time().minus(Inquiry.DAYS).toEpochMilli());
    days.put("lte", inquiry.time().plus(Inquiry.DAYS).toEpochMilli());
    var best = new LinkedHashMap<String, JsonNode>();
    found.subList(0, most / 2).forEach(hit -> best.put(uri(hit), hit));
    for (var hits : List.of(search(asked, most), found)) {
      hits.stream()
          .filter(hit -> best.size() < most)
          .forEach(hit -> best.putIfAbsent(uri(hit), hit));
    }
    return best.values().stream().sorted(BEST_FIRST).toList();
  }

  private List<JsonNode> search(ObjectNode asked, int most) throws IOException {
    var query = http.object();
    query.put("size", most).put("track_total_hits", false);
    KEPT.forEach(query.putArray("_source")::add);
    query.putObject("query").set("bool", asked);
    var hits = new ArrayList<JsonNode>();
    http.search(index, query).forEach(hits::add);
    return hits;
  }

  private static String uri(JsonNode hit) {
    return hit.path("_id").asString("");
  }

  /// OpenSearch has no notion of texts that are lent to a young archive.
  private float correction(long with, long texts) {
    double theirs = Math.log(1 + (texts - with + 0.5) / (with + 0.5));
    return (float) (Relevance.rarity(with, texts) / theirs / http.scale());
  }

  private Holding holding(JsonNode hit, Inquiry inquiry) {
    var source = hit.path("_source");
    var uri = uri(hit);
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
    return holdsAll(Set.of(uri));
  }

  /// One request, however many they are.
  @Override
  public boolean holdsAll(Set<String> uris) throws IOException {
    var query = http.object();
    var both = query.putObject("query").putObject("bool").putArray("filter");
    uris.forEach(both.addObject().putObject("terms").putArray("_id")::add);
    both.addObject().putObject("term").put("state", "live");
    return http.count(index, query) == uris.size();
  }

  @Override
  public boolean has(Holding holding, Inquiry inquiry, BytesRef word) {
    var gist = holding.facts().gist();
    return gist != null && Gist.has(gist, word);
  }
}
