package newsroom.ingest.channel.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.pull.PulledContract;
import org.junit.jupiter.api.Test;
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

  @Test
  void aFileThatSomebodyHasOpenHoldsUpNoOther() throws Exception {
    Files.write(out().resolve("locked.xml"), bytes("not yet"));
    bring(List.of(bytes("one"), bytes("two")));
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 2);
    assertThat(out().resolve("locked.xml")).exists();
  }
}
