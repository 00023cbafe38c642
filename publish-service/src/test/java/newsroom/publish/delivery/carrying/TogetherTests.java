package newsroom.publish.delivery.carrying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTests {

  private final List<List<Integer>> visits = new CopyOnWriteArrayList<>();
  private final CountDownLatch door = new CountDownLatch(1);
  private final AtomicInteger asking = new AtomicInteger();

  @Test
  void whoComesAloneGoesAtOnce() {
    // Given
    var together = new Together<Integer, String>(10, this::answers);

    // When
    var answer = together.ask(7);

    // Then
    assertThat(answer).isEqualTo("7");
    assertThat(visits).containsExactly(List.of(7));
  }

  @Test
  void whoComesWhileOneIsUnderWayGoesWithAllTheOthers() throws Exception {
    // Given
    var together = new Together<Integer, String>(100, this::behindTheDoor);
    var first = ask(together, 0);
    await().until(() -> visits.size() == 1);

    // When
    var others = IntStream.rangeClosed(1, 20).mapToObj(number -> ask(together, number)).toList();
    await().until(() -> asking.get() == 21);
    door.countDown();

    // Then
    assertThat(first.get()).isEqualTo("0");
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).get()).isEqualTo(Integer.toString(i + 1));
    }
    assertThat(visits).hasSizeLessThan(21);
    assertThat(visits.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(21);
  }

  @Test
  void noMoreGoTogetherThanMay() throws Exception {
    // Given
    var together = new Together<Integer, String>(4, this::behindTheDoor);
    var asked = new ArrayList<CompletableFuture<String>>();

    // When
    for (int number = 0; number < 30; number++) {
      asked.add(ask(together, number));
    }
    await().until(() -> asking.get() == 30);
    door.countDown();
    for (var one : asked) {
      one.get();
    }

    // Then
    assertThat(visits).allSatisfy(visit -> assertThat(visit).hasSizeLessThanOrEqualTo(4));
  }

  @Test
  void whatTheLedgerCannotTakeFailsOnlyForWhoBroughtIt() throws Exception {
    // Given
    var together =
        new Together<Integer, String>(
            100,
            numbers -> {
              if (numbers.contains(13)) {
                behindTheDoor(numbers);
                throw new IllegalArgumentException("thirteen");
              }
              return behindTheDoor(numbers);
            });
    var asked = new ArrayList<CompletableFuture<String>>();

    // When
    for (int number = 0; number < 20; number++) {
      asked.add(ask(together, number));
    }
    await().until(() -> asking.get() == 20);
    door.countDown();

    // Then
    for (int number = 0; number < asked.size(); number++) {
      if (number == 13) {
        assertThatThrownBy(asked.get(number)::join).hasRootCauseMessage("thirteen");
      } else {
        assertThat(asked.get(number).get()).isEqualTo(Integer.toString(number));
      }
    }
  }

  @Test
  void afterAFailureTheNextGoesAsEver() {
    // Given
    var fails = new AtomicInteger(1);
    var together =
        new Together<Integer, String>(
            10,
            numbers -> {
              if (fails.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
              }
              return answers(numbers);
            });

    // When
    assertThatThrownBy(() -> together.ask(1)).hasMessage("away");

    // Then
    assertThat(together.ask(1)).isEqualTo("1");
  }

  private CompletableFuture<String> ask(Together<Integer, String> together, int number) {
    var answer = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(
            () -> {
              asking.incrementAndGet();
              try {
                answer.complete(together.ask(number));
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private List<String> behindTheDoor(List<Integer> numbers) {
    visits.add(List.copyOf(numbers));
    try {
      door.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return numbers.stream().map(String::valueOf).toList();
  }

  private List<String> answers(List<Integer> numbers) {
    visits.add(List.copyOf(numbers));
    return numbers.stream().map(String::valueOf).toList();
  }
}
