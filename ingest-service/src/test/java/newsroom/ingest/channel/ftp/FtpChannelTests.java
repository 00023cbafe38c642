package newsroom.ingest.channel.ftp;

import java.time.Clock;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.pull.PulledContract;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class FtpChannelTests extends PulledContract {

  private final FtpPeer peer = new FtpPeer();

  @Override
  protected void startServer() throws Exception {
    peer.start(disk, null);
  }

  @Override
  protected void killServer() {
    peer.kill();
  }

  @Override
  protected Sources channelOf() {
    var settings = settings(FtpSettings.class, server("ftp://127.0.0.1:" + peer.port() + "/out"));
    return new FtpFolders(
        settings, common(), new DefaultSslBundleRegistry(), desk, Clock.systemUTC());
  }

  @Override
  protected String channel() {
    return "ftp";
  }
}
