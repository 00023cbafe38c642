package newsroom.enrichment.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Recognises drafts that were told already by somebody who did not live to say so: a batch is read
/// again after a crash, and by then the archive would give other links. Every enriched event
/// carries the digest of its draft; before the first batch of a partition the end of
/// `articles.enriched` is looked through.
@Component
public class Retold {

  /// Header of an enriched event: SHA-256 of the drafted event, the first half, hex.
  static final String HEADER = "draft";

  private static final Logger log = LoggerFactory.getLogger(Retold.class);

  /// More than one batch and the revisions that may have come between.
  private static final int LAST = 1_500;

  private final Share share;
  private final Topics topics;

  Retold(Share share, Topics topics) {
    this.share = share;
    this.topics = topics;
  }

  /// Places in the batch of drafts that have their enriched event.
  public Set<Integer> in(Batch batch) {
    var doubtful =
        IntStream.range(0, batch.size())
            .filter(i -> share.isDoubtful(batch.origin(i).partition()))
            .boxed()
            .toList();
    if (doubtful.isEmpty()) {
      return Set.of();
    }
    var keys = doubtful.stream().map(i -> String.valueOf(batch.origin(i).key())).toList();
    var told = told(topics.partitions(ArticleTopics.ENRICHED, keys));
    var again =
        doubtful.stream()
            .filter(i -> told.contains(digest(batch.bytes(i))))
            .collect(Collectors.toSet());
    if (!again.isEmpty()) {
      log.atInfo().addKeyValue("events", again.size()).log("told before a crash; passed over");
    }
    return again;
  }

  private Set<String> told(Set<Integer> partitions) {
    var told = new HashSet<String>();
    topics.last(
        ArticleTopics.ENRICHED,
        partitions,
        LAST,
        event -> {
          var draft = event.headers().lastHeader(HEADER);
          if (draft != null) {
            told.add(new String(draft.value(), US_ASCII));
          }
        });
    return told;
  }

  /// The batch is told, whole: nothing of these partitions is read again but after a crash.
  public void finished(Batch batch) {
    share.trust(partitions(batch));
  }

  /// The batch will be read again, and some of it may be told.
  public void failed(Batch batch) {
    share.doubt(partitions(batch));
  }

  private static Set<Integer> partitions(Batch batch) {
    return IntStream.range(0, batch.size())
        .mapToObj(i -> batch.origin(i).partition())
        .collect(Collectors.toSet());
  }

  /// The event, with the digest of the draft it was made from.
  public static ProducerRecord<String, byte[]> signed(
      ProducerRecord<String, byte[]> event, byte[] draft) {
    event.headers().add(HEADER, digest(draft).getBytes(US_ASCII));
    return event;
  }

  private static String digest(byte[] draft) {
    try {
      var all = MessageDigest.getInstance("SHA-256").digest(draft);
      return HexFormat.of().formatHex(Arrays.copyOf(all, all.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }
}
