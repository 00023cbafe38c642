package newsroom.publish.destination.mail;

import static newsroom.publish.destination.outbound.SiteSettings.check;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.SiteSettings;
import newsroom.publish.destination.outbound.Trust;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/// What a site's file says of mails.
///
/// @param server `smtp://host` (turns to TLS before anything is said) or `smtps://host` (TLS from
///     the first byte)
/// @param people who sends to whom
/// @param listId what filters of receivers know these mails by, without brackets
/// @param related whether the site's related links go along
record MailSettings(
    URI server, Login login, People people, String listId, boolean related, Safety safety) {

  private static final Set<String> KNOWN =
      Set.of(
          "server",
          "user",
          "password",
          "from",
          "to",
          "bcc",
          "reply-to",
          "bounces",
          "list-id",
          "related",
          "allow-plain",
          Trust.CA,
          "allow-loopback",
          "allow-private");

  /// Who we are; both empty where the server asks nobody.
  record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /// Who sends to whom.
  ///
  /// @param bcc get the mail and stand nowhere in it
  /// @param replyTo none, or who answers go to
  /// @param bounces who hears of mails that come back
  record People(
      InternetAddress from,
      List<InternetAddress> to,
      List<InternetAddress> bcc,
      List<InternetAddress> replyTo,
      String bounces) {

    /// What is behind the @ of the sender.
    String domain() {
      return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }
  }

  /// Where mail may go, and how.
  ///
  /// @param plain whether it may go without TLS
  /// @param trust whose certificates are believed
  record Safety(boolean plain, Guard guard, Trust trust) {}

  /// Reads them.
  ///
  /// @param list what the mails are known by, before the sender's domain
  static MailSettings from(Map<String, String> settings, String list) {
    var read = SiteSettings.of(settings, "mail", KNOWN);
    var server = server(settings.getOrDefault("server", "").strip());
    boolean loopback = read.flag("allow-loopback");
    boolean plain = read.flag("allow-plain");
    check(!plain || loopback, "allow-plain goes only with allow-loopback");
    var people = people(settings);
    var login = new Login(settings.getOrDefault("user", ""), settings.getOrDefault("password", ""));
    check(
        login.user().isEmpty() == login.password().isEmpty(),
        (login.user().isEmpty() ? "user" : "password") + " is missing");
    var listId = settings.getOrDefault("list-id", list + "." + people.domain());
    check(
        listId.matches("[\\w.-]{1,200}"),
        "list-id must be like harbor.news.example, not " + listId);
    var guard = new Guard(SystemDefaultDnsResolver.INSTANCE, loopback, read.flag("allow-private"));
    check(!plain || !settings.containsKey(Trust.CA), "ca says nothing with allow-plain");
    var safety = new Safety(plain, guard, Trust.of(settings));
    return new MailSettings(server, login, people, listId, read.flag("related"), safety);
  }

  private static URI server(String text) {
    check(!text.isEmpty(), "server is missing: smtp://host or smtps://host");
    check(
        text.matches("smtps?://[A-Za-z0-9.-]+(:\\d{1,5})?/?"),
        "server must be like smtp://mail.example:587, user and password apart from it");
    var server = URI.create(text);
    check(server.getHost() != null, "server must be like smtp://mail.example:587");
    return server;
  }

  private static People people(Map<String, String> settings) {
    var from = addresses(settings, "from");
    check(from.size() == 1, "from must be one address");
    var to = addresses(settings, "to");
    check(!to.isEmpty(), "to is missing: who gets the mails");
    var bounces = addresses(settings, "bounces");
    check(bounces.size() <= 1, "bounces must be one address");
    return new People(
        from.getFirst(),
        to,
        addresses(settings, "bcc"),
        addresses(settings, "reply-to"),
        (bounces.isEmpty() ? from : bounces).getFirst().getAddress());
  }

  private static List<InternetAddress> addresses(Map<String, String> settings, String key) {
    try {
      var text = settings.getOrDefault(key, "");
      check(!text.matches("(?s).*[\\r\\n].*"), key + " must be in one line");
      var addresses = InternetAddress.parse(text, true);
      for (var address : addresses) {
        address.validate();
        check(
            address.getAddress().matches("[!-~]+@[!-~]+"),
            key + " must have addresses like desk@partner.example");
      }
      return List.of(addresses);
    } catch (AddressException e) {
      throw new IllegalArgumentException(key + " is no list of addresses: " + e.getMessage(), e);
    }
  }

  /// As an operator knows it, without secrets.
  @Override
  public String toString() {
    return server.getScheme() + "://" + server.getHost();
  }
}
