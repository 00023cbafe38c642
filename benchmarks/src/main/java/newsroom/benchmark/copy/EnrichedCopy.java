package newsroom.benchmark.copy;

import java.util.List;
import java.util.stream.LongStream;
import newsroom.schema.Candidate;
import newsroom.schema.Enriched;
import newsroom.schema.Label;
import newsroom.schema.codec.EventCodec;

/// Makes `Enriched` events of about 4 KB, each of a story of its own, urgent, with links to the
/// first stories of the run.
///
/// @param drafts what they are made from
/// @param related how many links each has, once the first stories are out
public record EnrichedCopy(DraftedCopy drafts, int related) {

  // loaded first: Avro trusts the generated classes only from then on
  private static final EventCodec<Enriched> CODEC = EventCodec.ENRICHED;

  /// How many stories there may be.
  public static final int STORIES = 1_000_000;

  /// The first ones, which have no links and are linked to.
  public static final int FIRST = 50;

  private static final String URI = "urn:newsroom:story:";
  private static final int URGENT = 1;

  /// Copy of a million stories.
  ///
  /// @param related how many links each has
  public static EnrichedCopy with(int related) {
    return new EnrichedCopy(new DraftedCopy(STORIES), related);
  }

  /// The key of the event with this number.
  public String key(long number) {
    return drafts.key(number);
  }

  /// The bytes of the event with this number.
  public byte[] bytes(long number) {
    var drafted = drafts.event(number, 0);
    var article = drafted.getArticle();
    article.put("urgency", URGENT);
    var links = number < FIRST ? 0 : related;
    return CODEC.encode(
        Enriched.newBuilder()
            .setUri(drafted.getUri())
            .setVersion(drafted.getVersion())
            .setVersionCreated(drafted.getVersionCreated())
            .setEnriched(drafted.getVersionCreated())
            .setArticle(article)
            .setRelated(LongStream.range(0, links).mapToObj(it -> link(number, it)).toList())
            .setMissing(List.of())
            .build());
  }

  /// The number of the story that the beginning of this text names.
  public static long number(String text) {
    var start = text.indexOf(URI) + URI.length();
    // more stories than 16 hex digits count will not be
    return Long.parseUnsignedLong(text, start + 16, start + 32, 16);
  }

  private Candidate link(long number, long which) {
    var target = (number + which * 7) % FIRST;
    return new Candidate(
        drafts.key(target),
        "Bench story " + target,
        Label.ADDITIONAL_REPORTING,
        1.0 / (1 + which),
        "shares harbour, toll, storm",
        Math.toIntExact(2 + which * 3),
        null);
  }
}
