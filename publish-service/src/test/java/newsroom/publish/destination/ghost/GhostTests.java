package newsroom.publish.destination.ghost;

import org.junit.jupiter.api.AfterEach;

class GhostTests extends GhostContract {

  private final StandIn standIn = new StandIn();

  @Override
  Site site() {
    return standIn;
  }

  @AfterEach
  void stop() {
    standIn.close();
  }
}
