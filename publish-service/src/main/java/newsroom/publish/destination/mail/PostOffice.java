package newsroom.publish.destination.mail;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session with a mail server.
final class PostOffice implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostOffice.class);
  private static final int PORT = 587;
  private static final int TLS_PORT = 465;

  private final MailSettings settings;
  private final Sockets sockets;
  private final SSLContext tls;
  private final Session session;
  private final Transport transport;

  /// Nothing is said to the server yet.
  PostOffice(MailSettings settings) throws MessagingException {
    this.settings = settings;
    this.sockets = new Sockets(settings.safety().guard());
    try {
      this.tls = settings.safety().trust().context();
    } catch (IOException e) {
      throw new MessagingException(e.getMessage(), e);
    }
    this.session = Session.getInstance(properties(), login(settings.login()));
    this.transport = session.getTransport(scheme());
  }

  void connect() throws MessagingException {
    var login = settings.login();
    var server = settings.server();
    boolean atOnce = scheme().equals("smtps");
    int usual = atOnce ? TLS_PORT : PORT;
    int port = server.getPort() < 0 ? usual : server.getPort();
    if (atOnce && transport instanceof SMTPTransport smtp) {
      smtp.connect(secured(server.getHost(), port));
      return;
    }
    transport.connect(
        server.getHost(),
        port,
        login.user().isEmpty() ? null : login.user(),
        login.user().isEmpty() ? null : login.password());
  }

  /// Left to itself the transport would ask either our sockets, which look at addresses, or our
  /// authorities, but not both.
  private Socket secured(String host, int port) throws MessagingException {
    try {
      return sockets.secured(host, port, tls);
    } catch (IOException e) {
      throw new MessagingException("no connection to port " + port + ": " + e.getMessage(), e);
    }
  }

  private static Authenticator login(MailSettings.Login login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(login.user(), login.password());
      }
    };
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
    properties.put(at + "connectiontimeout", String.valueOf(Sockets.CONNECT_MILLIS));
    properties.put(at + "timeout", String.valueOf(Sockets.SILENCE_MILLIS));
    properties.put(at + "ssl.socketFactory", tls.getSocketFactory());
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
