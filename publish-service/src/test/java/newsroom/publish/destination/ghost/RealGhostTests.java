package newsroom.publish.destination.ghost;

/// A longer run, against Ghost itself.
class RealGhostTests extends GhostContract {

  @Override
  Site site() {
    return RealGhost.get();
  }
}
