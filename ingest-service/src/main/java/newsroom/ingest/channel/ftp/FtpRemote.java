package newsroom.ingest.channel.ftp;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import newsroom.ingest.channel.pull.Remote;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder on an FTP server.
final class FtpRemote implements Remote {

  private static final Logger log = LoggerFactory.getLogger(FtpRemote.class);

  /// The service is closing, no data connection, the data connection is broken.
  private static final Set<Integer> CONNECTION = Set.of(421, 425, 426);

  private final FTPClient client;
  private final boolean exact;

  FtpRemote(FTPClient client) throws IOException {
    this.client = client;
    // lists that are meant to be read by programs, with times to the second and in UTC
    this.exact = client.hasFeature(FTPCmd.MLST);
  }

  @Override
  public List<RemoteFile> list() throws IOException {
    return files(exact ? client.mlistDir() : client.listFiles());
  }

  @Override
  public @Nullable RemoteFile look(String name) throws IOException {
    if (exact) {
      var file = client.mlistFile(name);
      return file == null || !file.isFile() ? null : file(name, file);
    }
    return list().stream().filter(file -> file.name().equals(name)).findFirst().orElse(null);
  }

  private List<RemoteFile> files(FTPFile[] listed) throws IOException {
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new IOException("the folder cannot be listed: " + said(client));
    }
    return Arrays.stream(listed)
        .filter(Objects::nonNull)
        .filter(FTPFile::isFile)
        .map(file -> file(file.getName(), file))
        .toList();
  }

  private RemoteFile file(String name, FTPFile file) {
    var modified = file.getTimestampInstant();
    return new RemoteFile(
        name,
        file.getSize(),
        modified == null ? Instant.EPOCH : modified,
        exact && modified != null);
  }

  @Override
  public byte[] read(String name, long limit) throws IOException {
    byte[] bytes;
    try (var in = client.retrieveFileStream(name)) {
      if (in == null) {
        throw refused("cannot be read");
      }
      bytes = in.readNBytes((int) limit + 1);
    }
    if (bytes.length > limit) {
      // the server is still sending; nothing can be asked on this connection any more
      client.disconnect();
      throw new FileRefused("has more than " + limit + " bytes");
    }
    if (!client.completePendingCommand()) {
      throw new IOException("the server did not send all of " + name + ": " + said(client));
    }
    return bytes;
  }

  @Override
  public void move(String name, String folder, String newName) throws IOException {
    if (!client.rename(name, folder + "/" + newName)) {
      // the answer to a folder that is there already is as good as any other
      var _ = client.makeDirectory(folder);
      if (!client.rename(name, folder + "/" + newName)) {
        throw refused("cannot be moved to " + folder);
      }
    }
  }

  @Override
  public void delete(String name) throws IOException {
    if (!client.deleteFile(name)) {
      throw refused("cannot be deleted");
    }
  }

  /// Most refusals are about the one file, also those for now: 450 is a file that somebody else has
  /// open. The codes are those of RFC 959, 4.2.2.
  private IOException refused(String what) {
    var code = client.getReplyCode();
    var aboutFile =
        FTPReply.isNegativePermanent(code)
            || (FTPReply.isNegativeTransient(code) && !CONNECTION.contains(code));
    return aboutFile
        ? new FileRefused(what + ": " + said(client))
        : new IOException("a file " + what + ": " + said(client));
  }

  @Override
  public void close() {
    leave(client);
  }

  static String said(FTPClient client) {
    var reply = client.getReplyString();
    return reply == null ? "the server says nothing" : "“" + reply.strip() + "”";
  }

  static void leave(FTPClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect();
      }
    } catch (IOException e) {
      log.atDebug().setCause(e).log("connection did not close");
    }
  }
}
