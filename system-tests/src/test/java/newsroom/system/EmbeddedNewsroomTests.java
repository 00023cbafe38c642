package newsroom.system;

import java.nio.file.Path;

/// The promises, on the newsroom that `./newsroom` runs.
class EmbeddedNewsroomTests extends NewsroomContract {

  @Override
  Ground open(Path data, Partner partner) {
    return EmbeddedGround.open(data, partner);
  }
}
