package newsroom.benchmark.copy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import newsroom.schema.codec.EventCodec;
import org.junit.jupiter.api.Test;

class DraftedCopyTests {

  private static final int STORIES = 10;

  private final DraftedCopy copy = new DraftedCopy(STORIES);

  @Test
  void anEventCarriesItsNumberAndItsIntendedTime() {
    // When
    var event = EventCodec.DRAFTED.decode(copy.bytes(23, 987_654_321L));

    // Then
    assertThat(copy.number(event.getUri(), event.getVersion())).isEqualTo(23);
    assertThat(event.getVersion()).isEqualTo(3);
    assertThat(DraftedCopy.intended(event.getArticle())).isEqualTo(987_654_321L);
    assertThat(event.getUri()).hasToString(copy.key(23));
    assertThat(event.getArticle().getUri()).hasToString(copy.key(23));
  }

  @Test
  void aLaterVersionOfAStoryIsMadeLater() {
    // When
    var first = EventCodec.DRAFTED.decode(copy.bytes(4, 0));
    var second = EventCodec.DRAFTED.decode(copy.bytes(4 + STORIES, 0));

    // Then
    assertThat(second.getUri()).isEqualTo(first.getUri());
    assertThat(second.getVersionCreated()).isAfter(first.getVersionCreated());
  }

  @Test
  void eventsAreAsLargeAsTheNewsIs() {
    assertThat(IntStream.range(0, STORIES).map(number -> copy.bytes(number, 0).length))
        .allSatisfy(bytes -> assertThat(bytes).isBetween(3_500, 5_000));
  }

  @Test
  void everyFourthTextHasAccents() {
    assertThat(IntStream.range(0, 8).mapToObj(this::isAscii))
        .containsExactly(true, true, true, false, true, true, true, false);
  }

  private boolean isAscii(int number) {
    var event = EventCodec.DRAFTED.decode(copy.bytes(number, 0));
    return US_ASCII.newEncoder().canEncode(event.getArticle().toString());
  }
}
