package newsroom.enrichment.enricher.related;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import newsroom.enrichment.morgue.Language;
import newsroom.enrichment.morgue.StoryDocument;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Story;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Finds the stories that are related to one.
final class Lookup {

  private static final int HITS = 100;

  /// Enough for two places with three fall-backs each, and of them for the one that wants
  /// background.
  private static final int ENOUGH = 8;

  private static final int ENOUGH_BACKGROUND = 3;

  /// A young archive answers more softly: many telling words stand in no other story yet. There
  /// this share of the cut is enough, and no unrelated story was seen to come near it.
  private static final double YOUNG = 0.55;

  private static final double GROWN_UP = 2_000;

  private final RelatedSettings settings;
  private final Map<Language, Rarity> rarities = new ConcurrentHashMap<>();

  /// A document that answers, not looked into yet.
  private record Hit(LeafReaderContext segment, int document, double likeness, Instant time) {

    double score(Story story) {
      return Freshness.RUNNING.of(likeness, Duration.between(time, story.time()));
    }
  }

  Lookup(RelatedSettings settings) {
    this.settings = settings;
  }

  /// Related stories, the best for a running story first; none that is news only after `now`.
  List<Find> ask(IndexSearcher searcher, Story story, Instant now) throws IOException {
    var words = Words.of(story);
    var rarity = rarity(words.language(), searcher.getIndexReader());
    var profile = new Profile(words, rarity, searcher);
    var finds = new ArrayList<Find>();
    var headlines = new HashSet<>(Set.of(plainest(story.headline())));
    int background = 0;
    for (var hit : hits(searcher, profile, profile.ownScore(words, searcher), now, story)) {
      var find = look(profile, story, hit);
      if (!find.card().uri().equals(story.uri())
          && headlines.add(plainest(find.card().headline()))) {
        finds.add(find);
        background += find.isBackground() ? 1 : 0;
      }
      if (finds.size() >= ENOUGH && background >= ENOUGH_BACKGROUND) {
        break;
      }
    }
    return order(finds);
  }

  /// What answers well enough, best first. Whether it is related at all is judged before its age
  /// counts: else a loosely related story of today would pass for a well related one.
  private List<Hit> hits(
      IndexSearcher searcher, Profile profile, double own, Instant now, Story story)
      throws IOException {
    var segments = searcher.getIndexReader().leaves();
    var hits = new ArrayList<Hit>(HITS);
    var top = searcher.search(profile.query(), new TopScoreDocCollectorManager(HITS, HITS));
    double cut = cut(profile.stories());
    long print = Fingerprint.of(story.text());
    for (ScoreDoc scored : top.scoreDocs) {
      double likeness = scored.score / own;
      var segment = segments.get(ReaderUtil.subIndex(scored.doc, segments));
      int document = scored.doc - segment.docBase;
      var time = StoryDocument.time(segment.reader(), document);
      boolean copy =
          likeness >= settings.duplicate()
              || Fingerprint.isCopy(print, StoryDocument.fingerprint(segment.reader(), document));
      if (likeness >= cut
          && !copy
          && !time.isAfter(now)
          && isSure(profile, segment.reader(), document)) {
        hits.add(new Hit(segment, document, likeness, time));
      }
    }
    hits.sort(Comparator.comparingDouble((Hit hit) -> hit.score(story)).reversed());
    return hits;
  }

  /// Scores of a young archive say little: there two stories of one town look alike.
  private static boolean isSure(Profile profile, LeafReader segment, int document)
      throws IOException {
    return profile.stories() >= GROWN_UP || profile.isAkin(segment, document);
  }

  private double cut(int stories) {
    return settings.cut() * (YOUNG + (1 - YOUNG) * Math.min(1, stories / GROWN_UP));
  }

  private static Find look(Profile profile, Story story, Hit hit) throws IOException {
    var segment = hit.segment().reader();
    return new Find(
        StoryDocument.card(segment.storedFields(), hit.document()),
        hit.likeness(),
        profile.shared(segment, hit.document()),
        hit.time(),
        Duration.between(hit.time(), story.time()));
  }

  /// Always the same order for the same finds: a story delivered twice gets the same links.
  private static List<Find> order(List<Find> finds) {
    finds.sort(
        Comparator.comparingDouble((Find find) -> Freshness.RUNNING.of(find))
            .reversed()
            .thenComparing(Find::time, Comparator.reverseOrder())
            .thenComparing(find -> find.card().uri()));
    return finds;
  }

  private static String plainest(String headline) {
    return headline.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private Rarity rarity(Language language, IndexReader reader) throws IOException {
    var known = rarities.get(language);
    if (known == null || !known.isGoodFor(reader)) {
      known = new Rarity(language, reader);
      rarities.put(language, known);
    }
    return known;
  }
}
