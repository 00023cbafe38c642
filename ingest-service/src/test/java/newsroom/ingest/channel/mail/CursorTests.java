package newsroom.ingest.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CursorTests {

  @Test
  void whatWasRefusedKeepsItFromGrowingNoMore() {
    // Given
    var cursor = Cursor.start(7).with(1).settled(1).without(2);

    // When
    for (long uid = 3; uid < 100; uid++) {
      cursor = cursor.with(uid).settled(uid).above(List.of());
    }

    // Then
    assertThat(cursor.upTo()).isEqualTo(99);
    assertThat(cursor.taken()).isEmpty();
    assertThat(cursor.refused()).containsExactly(2L);
    assertThat(cursor.has(2)).isTrue();
  }

  @Test
  void whatIsNotTakenYetStaysAboveIt() {
    var cursor = Cursor.start(7).with(1).with(3).above(List.of(2L));
    assertThat(cursor.upTo()).isEqualTo(1);
    assertThat(cursor.has(2)).isFalse();
    assertThat(cursor.has(3)).isTrue();
  }

  @Test
  void oneThatAnEarlierVersionKeptIsReadAsItWas() {
    // Given
    var kept = "{\"validity\": 7, \"upTo\": 5, \"taken\": [8], \"owed\": [4]}";

    // When
    var cursor = JsonMapper.shared().readValue(kept, Cursor.class);

    // Then
    assertThat(cursor.has(8)).isTrue();
    assertThat(cursor.owed()).containsExactly(4L);
    assertThat(cursor.refused()).isEmpty();
  }
}
