package newsroom.ingest.channel.ftp;

import java.time.Clock;
import java.util.List;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.pull.Pull;
import newsroom.ingest.wire.Desk;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/// The folders on FTP servers of the settings.
@Component
final class FtpFolders implements Sources {

  private static final String CHANNEL = "ftp";

  private final FtpSettings settings;
  private final ChannelSettings common;
  private final SslBundles bundles;
  private final Desk desk;
  private final Clock clock;

  FtpFolders(
      FtpSettings settings, ChannelSettings common, SslBundles bundles, Desk desk, Clock clock) {
    this.settings = settings;
    this.common = common;
    this.bundles = bundles;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public List<Source> open() {
    return settings.ftp().stream()
        .map(server -> new Pull.Order(CHANNEL, server, new FtpDoor(server, common, bundles)))
        .<Source>map(order -> new Pull(order, common, desk, clock))
        .toList();
  }
}
