package newsroom.ingest.channel.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Secret;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.boot.ssl.SslBundles;

/// Connects to a mail server, logs in and opens the folder.
final class MailDoor {

  private static final String CONNECT_MILLIS = "10000";
  private static final int FETCH_BYTES = 1 << 20;

  private final MailSettings.Mailbox box;
  private final ChannelSettings settings;
  private final SslBundles bundles;

  MailDoor(MailSettings.Mailbox box, ChannelSettings settings, SslBundles bundles) {
    this.box = box;
    this.settings = settings;
    this.bundles = bundles;
  }

  long largest() {
    return settings.maxSize().toBytes();
  }

  OpenFolder open() throws IOException {
    IMAPStore store = null;
    try {
      store = (IMAPStore) Session.getInstance(properties()).getStore(scheme());
      store.connect(
          box.address().getHost(),
          Addresses.port(box.address(), -1),
          box.user(),
          Secret.of(box.password()));
      return new OpenFolder(box, store, open(store));
    } catch (AuthenticationFailedException e) {
      OpenFolder.leave(store);
      throw new IOException("the server lets nobody in: " + e.getMessage(), e);
    } catch (MessagingException e) {
      OpenFolder.leave(store);
      throw new IOException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      OpenFolder.leave(store);
      throw e;
    }
  }

  private IMAPFolder open(IMAPStore store) throws MessagingException, IOException {
    var folder = (IMAPFolder) store.getFolder(box.folder());
    if (!folder.exists()) {
      throw new IOException("there is no folder " + box.folder());
    }
    folder.open(jakarta.mail.Folder.READ_WRITE);
    return folder;
  }

  private String scheme() {
    return box.address().getScheme().toLowerCase(Locale.ROOT);
  }

  private Properties properties() {
    var at = "mail." + scheme() + ".";
    var properties = new Properties();
    properties.put(at + "connectiontimeout", CONNECT_MILLIS);
    properties.put(at + "timeout", String.valueOf(settings.timeout().toMillis()));
    properties.put(at + "partialfetch", "true");
    properties.put(at + "fetchsize", String.valueOf(FETCH_BYTES));
    // fetching must not mark: others read this mailbox, and the desk may be closed
    properties.put(at + "peek", "true");
    properties.put(at + "ssl.checkserveridentity", "true");
    if (scheme().equals("imap")) {
      properties.put(at + "starttls.enable", "true");
      properties.put(at + "starttls.required", String.valueOf(!box.allowPlain()));
    }
    if (box.sslBundle() != null) {
      var context = bundles.getBundle(box.sslBundle()).createSslContext();
      properties.put(at + "ssl.socketFactory", context.getSocketFactory());
    }
    return properties;
  }
}
