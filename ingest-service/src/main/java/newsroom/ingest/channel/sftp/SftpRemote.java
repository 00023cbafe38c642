package newsroom.ingest.channel.sftp;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.channel.pull.Remote;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/// A folder on an SFTP server.
final class SftpRemote implements Remote {

  private final SshClient client;
  private final SftpClient sftp;
  private final String folder;

  SftpRemote(SshClient client, SftpClient sftp, String folder) {
    this.client = client;
    this.sftp = sftp;
    this.folder = folder;
  }

  @Override
  public List<RemoteFile> list() throws IOException {
    try {
      var files = new ArrayList<RemoteFile>();
      for (var entry : sftp.readEntries(folder)) {
        // a link may lead out of the folder
        if (entry.getAttributes().isRegularFile()) {
          files.add(file(entry.getFilename(), entry.getAttributes()));
        }
      }
      return files;
    } catch (SftpException e) {
      throw new IOException("the folder " + folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable RemoteFile look(String name) throws IOException {
    try {
      return file(name, sftp.lstat(path(name)));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return null;
      }
      throw refused("cannot be looked at", e);
    }
  }

  private static RemoteFile file(String name, SftpClient.Attributes attributes) {
    var modified = attributes.getModifyTime();
    return new RemoteFile(
        name,
        attributes.getSize(),
        modified == null ? Instant.EPOCH : modified.toInstant(),
        modified != null);
  }

  @Override
  public byte[] read(String name, long limit) throws IOException {
    byte[] bytes;
    try (var in = sftp.read(path(name))) {
      bytes = in.readNBytes((int) limit + 1);
    } catch (SftpException e) {
      throw refused("cannot be read", e);
    }
    if (bytes.length > limit) {
      throw new FileRefused("has more than " + limit + " bytes");
    }
    return bytes;
  }

  @Override
  public void move(String name, String to, String newName) throws IOException {
    var target = path(to) + "/" + newName;
    try {
      rename(name, path(to), target);
    } catch (SftpException e) {
      throw refused("cannot be moved to " + to, e);
    }
  }

  private void rename(String name, String folder, String target) throws IOException {
    try {
      sftp.rename(path(name), target);
    } catch (SftpException e) {
      if (exists(folder)) {
        throw e;
      }
      sftp.mkdir(folder);
      sftp.rename(path(name), target);
    }
  }

  private boolean exists(String path) throws IOException {
    try {
      return sftp.stat(path).isDirectory();
    } catch (SftpException e) {
      return false;
    }
  }

  @Override
  public void delete(String name) throws IOException {
    try {
      sftp.remove(path(name));
    } catch (SftpException e) {
      throw refused("cannot be deleted", e);
    }
  }

  private String path(String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  private static IOException refused(String what, SftpException e) {
    return switch (e.getStatus()) {
      case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST -> e;
      default -> new FileRefused(what + ": " + e.getMessage(), e);
    };
  }

  @Override
  public void close() {
    leave(client);
  }

  /// At once: a polite good-bye waits for the other side.
  static void leave(SshClient client) {
    client.close(true);
    client.stop();
  }
}
