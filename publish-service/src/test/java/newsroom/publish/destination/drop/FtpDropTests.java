package newsroom.publish.destination.drop;

import java.util.Map;

class FtpDropTests extends ServerDropContract {

  @Override
  Peer start(int port) throws Exception {
    return new FtpPeer(disk, port);
  }

  @Override
  Map<String, String> credentials() {
    return Map.of("user", "newsroom", "password", "hush");
  }
}
