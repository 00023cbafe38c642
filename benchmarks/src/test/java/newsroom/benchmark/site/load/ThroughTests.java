package newsroom.benchmark.site.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ThroughTests {

  @Test
  void aStoryIsThroughWhenItCameOutAtTheLastSiteAndMakesRoomOnce() {
    // Given
    var room = new Semaphore(0);
    var through = new Through(2, room);

    // When
    through.one(7);
    through.one(8);
    var before = through.count();
    through.one(7);

    // Then
    assertThat(before).isZero();
    assertThat(through.count()).isEqualTo(1);
    assertThat(room.availablePermits()).isEqualTo(1);
  }
}
