package newsroom.benchmark.morgue.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import newsroom.benchmark.archive.Archive;
import newsroom.benchmark.process.Json;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Fills a topic with the stories of an archive, as fast as it can. A process of its own; its
/// argument is a [FillPlan].
public final class Filling {

  private static final int THREADS = 3;

  private Filling() {}

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    var plan = Json.read(arguments[0], FillPlan.class);
    var archive = Archive.of(Path.of(plan.corpus()));
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, plan.bootstrap(),
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.LINGER_MS_CONFIG, "20",
            ProducerConfig.BATCH_SIZE_CONFIG, "262144");
    try (var out =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        var threads = Executors.newFixedThreadPool(THREADS)) {
      var working = new ArrayList<Future<?>>();
      for (int i = 0; i < THREADS; i++) {
        long first = plan.from() + i;
        working.add(threads.submit(() -> send(archive, plan, first, out)));
      }
      for (var work : working) {
        work.get();
      }
    }
  }

  private static void send(
      Archive archive, FillPlan plan, long first, KafkaProducer<String, byte[]> out) {
    boolean published = plan.topic().equals(ArticleTopics.PUBLISHED);
    for (long number = first; number < plan.to(); number += THREADS) {
      var event = published ? archive.published(number) : archive.drafted(number);
      var _ =
          out.send(
              new ProducerRecord<>(plan.topic(), Archive.uri(number), event),
              (_, failed) -> {
                if (failed != null) {
                  failed.printStackTrace();
                  Runtime.getRuntime().halt(1);
                }
              });
    }
  }
}
