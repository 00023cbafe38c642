package newsroom.ingest.channel.sftp;

import java.time.Clock;
import java.util.List;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.pull.Pull;
import newsroom.ingest.wire.Desk;
import org.springframework.stereotype.Component;

/// The folders on SFTP servers of the settings.
@Component
final class SftpFolders implements Sources {

  private static final String CHANNEL = "sftp";

  private final SftpSettings settings;
  private final ChannelSettings common;
  private final Desk desk;
  private final Clock clock;

  SftpFolders(SftpSettings settings, ChannelSettings common, Desk desk, Clock clock) {
    this.settings = settings;
    this.common = common;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public List<Source> open() {
    return settings.sftp().stream()
        .map(server -> new Pull.Order(CHANNEL, server, new SftpDoor(server, common)))
        .<Source>map(order -> new Pull(order, common, desk, clock))
        .toList();
  }
}
