package newsroom.publish.destination.drop.place;

import java.io.IOException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpException;

/// A stay on an SFTP server.
record SftpVisit(SshClient client, SftpClient sftp, String folder) implements Place.Visit {

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    try (var out =
        sftp.write(
            path(name),
            SftpClient.OpenMode.Create,
            SftpClient.OpenMode.Truncate,
            SftpClient.OpenMode.Write)) {
      out.write(bytes);
    }
  }

  @Override
  public void rename(String name, String newName) throws IOException {
    var posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
    if (posix != null && posix.isSupported()) {
      posix.posixRename(path(name), path(newName));
      return;
    }
    try {
      sftp.rename(path(name), path(newName));
    } catch (SftpException e) {
      // it is there from an attempt whose answer was lost
      sftp.remove(path(newName));
      sftp.rename(path(name), path(newName));
    }
  }

  private String path(String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
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
