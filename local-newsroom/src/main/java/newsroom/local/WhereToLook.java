package newsroom.local;

import java.nio.file.Path;

/// What the terminal says when the newsroom is open.
final class WhereToLook {

  private WhereToLook() {}

  static String in(LocalNewsroom newsroom) {
    var addresses = newsroom.addresses();
    var folders = newsroom.folders();
    return """

        The newsroom is open.

          The National Desk     %s
          Harbor 7 News         %s
          File a wire           ./newsroom file PATH…%s   or   POST %swires/{agency}
          Drop a wire           %s/{agency}/
          Where is my story?    %sdeliveries   and /stories/{uri}
          What was set aside?   %sspike
          Sites and their rules %s
          What services say     %s

          Ctrl-C closes it; the next start goes on where it stopped.
        """
        .formatted(
            addresses.national(),
            addresses.harbor(),
            named(folders.data()),
            addresses.ingest(),
            folders.wires(),
            addresses.publish(),
            addresses.ingest(),
            folders.sitesFile(),
            folders.log());
  }

  /// Every command looks for the newsroom that is open on `./data`, unless it is told of another.
  private static String named(Path data) {
    return data.toAbsolutePath().equals(Path.of("data").toAbsolutePath()) ? "" : " --data " + data;
  }
}
