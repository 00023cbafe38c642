package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever settles locks stories in one order, so that no two of them wait for each other.
class LockOrderTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aStoryThatGoesIsNotHeldWhileASmallerOneThatIsLinkedIsWaitedFor() {
    // Given
    var numbers =
        IntStream.rangeClosed(1, 2)
            .boxed()
            .sorted(Comparator.comparing(number -> uri(number)))
            .toList();
    int linked = numbers.get(0);
    int going = numbers.get(1);
    bench.enter(story(linked), story(going));
    bench.carry();
    bench.enter(story(3).related(linked, 0), story(going).version(2).killed());

    // When
    var free =
        bench
            .bean(TransactionTemplate.class)
            .execute(
                _ -> {
                  lock(linked, "");
                  var carrying = CompletableFuture.runAsync(() -> bench.carry(NATIONAL));
                  await().until(this::somebodyWaits);
                  return new Free(lock(going, "skip locked"), carrying);
                });
    free.carrying().join();

    // Then
    assertThat(free.stories()).containsExactly(uri(going));
    assertThat(bench.state(NATIONAL, going)).isEqualTo("TAKEN_DOWN");
  }

  private record Free(List<String> stories, CompletableFuture<Void> carrying) {}

  private List<String> lock(int number, String how) {
    return bench.jdbc.query(
        "select uri from publish.story where uri = ? for no key update " + how,
        (row, _) -> row.getString("uri"),
        uri(number));
  }

  private boolean somebodyWaits() {
    var waiting =
        bench.jdbc.queryForObject("select count(*) from pg_locks where not granted", Long.class);
    return waiting != null && waiting > 0;
  }
}
