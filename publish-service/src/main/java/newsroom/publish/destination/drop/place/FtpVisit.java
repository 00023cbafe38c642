package newsroom.publish.destination.drop.place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.net.ftp.FTPClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A stay on an FTP server.
record FtpVisit(FTPClient client) implements Place.Visit {

  private static final Logger log = LoggerFactory.getLogger(FtpVisit.class);

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    if (!client.storeFile(name, new ByteArrayInputStream(bytes))) {
      throw new IOException("the file " + name + " cannot be written: " + said(client));
    }
  }

  @Override
  public void rename(String name, String newName) throws IOException {
    if (client.rename(name, newName)) {
      return;
    }
    // it may be there from an attempt whose answer was lost
    if (!client.deleteFile(newName) || !client.rename(name, newName)) {
      throw new IOException("the file " + newName + " cannot be named: " + said(client));
    }
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
