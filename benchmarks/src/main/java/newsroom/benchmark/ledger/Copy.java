package newsroom.benchmark.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import newsroom.benchmark.copy.DraftedCopy;
import newsroom.schema.Candidate;
import newsroom.schema.Enriched;
import newsroom.schema.Label;
import newsroom.schema.codec.EventCodec;

/// Stories as the desk files them: under uris that say nothing of their order, each with a link to
/// one of those before it.
final class Copy {

  private static final EventCodec<Enriched> CODEC = EventCodec.ENRICHED;

  private String last = uri();

  private static String uri() {
    return "urn:newsroom:story:" + UUID.randomUUID().toString().replace("-", "");
  }

  /// Uris of so many new stories.
  static List<String> uris(int stories) {
    return IntStream.range(0, stories).mapToObj(_ -> uri()).toList();
  }

  /// A version of each of these stories.
  List<byte[]> version(List<String> uris, long version) {
    return uris.stream().map(uri -> event(uri, version)).toList();
  }

  /// The text of a story that nobody looks at.
  byte[] any() {
    return event(uri(), 1);
  }

  private byte[] event(String uri, long version) {
    var created = Instant.now();
    var article = DraftedCopy.article(uri.hashCode() & 63, false);
    article.put("uri", uri);
    article.put("version", version);
    article.put("versionCreated", created);
    var candidate =
        Candidate.newBuilder()
            .setUri(last)
            .setHeadline("An old headline")
            .setLabel(Label.ADDITIONAL_REPORTING)
            .setScore(0.9)
            .setReason("shares a harbour")
            .setAfterBlock(0)
            .build();
    last = uri;
    return CODEC.encode(
        Enriched.newBuilder()
            .setUri(uri)
            .setVersion(version)
            .setVersionCreated(created)
            .setRevision(0)
            .setEnriched(created)
            .setArticle(article)
            .setRelated(List.of(candidate))
            .setTellings(List.of())
            .build());
  }
}
