package newsroom.publish.destination.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session with a mail server.
final class PostOffice implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostOffice.class);
  private static final int PORT = 587;
  private static final int TLS_PORT = 465;
  private static final String CONNECT_MILLIS = "10000";
  private static final String SILENCE_MILLIS = "30000";

  private final MailSettings settings;
  private final Sockets sockets;
  private final Session session;
  private final Transport transport;

  /// Nothing is said to the server yet.
  PostOffice(MailSettings settings) throws MessagingException {
    this.settings = settings;
    this.sockets = new Sockets(settings.safety().guard());
    this.session = Session.getInstance(properties());
    this.transport = session.getTransport(scheme());
  }

  void connect() throws MessagingException {
    var login = settings.login();
    var server = settings.server();
    int usual = scheme().equals("smtps") ? TLS_PORT : PORT;
    transport.connect(
        server.getHost(),
        server.getPort() < 0 ? usual : server.getPort(),
        login.user().isEmpty() ? null : login.user(),
        login.user().isEmpty() ? null : login.password());
  }

  Session session() {
    return session;
  }

  /// To all or to none: a server that refuses one of the receivers gets no text.
  void send(MimeMessage letter) throws MessagingException {
    var people = settings.people();
    transport.sendMessage(
        letter, Stream.concat(people.to().stream(), people.bcc().stream()).toArray(Address[]::new));
  }

  private String scheme() {
    return settings.server().getScheme();
  }

  private Properties properties() {
    var at = "mail." + scheme() + ".";
    boolean plain = settings.safety().plain();
    var properties = new Properties();
    properties.put(at + "auth", String.valueOf(!settings.login().user().isEmpty()));
    properties.put(at + "from", settings.people().bounces());
    // not this machine's own name
    properties.put(at + "localhost", settings.people().domain());
    properties.put(at + "sendpartial", "false");
    properties.put(at + "quitwait", "false");
    properties.put(at + "connectiontimeout", CONNECT_MILLIS);
    properties.put(at + "timeout", SILENCE_MILLIS);
    properties.put(at + "ssl.checkserveridentity", "true");
    properties.put(at + "starttls.enable", String.valueOf(!plain));
    properties.put(at + "starttls.required", String.valueOf(!plain));
    properties.put(at + "socketFactory", sockets);
    properties.put(at + "socketFactory.fallback", "false");
    return properties;
  }

  /// Breaks off whatever is under way, from any thread.
  void breakOff() {
    sockets.close();
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.atDebug().setCause(e).log("connection did not close");
    } finally {
      sockets.close();
    }
  }
}
