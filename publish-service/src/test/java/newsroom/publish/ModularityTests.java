package newsroom.publish;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void doorsBetweenRoomsOpenOneWay() {
    ApplicationModules.of(PublishService.class).verify();
  }
}
