package newsroom.publish.destination.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Authority;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mail servers behind TLS whose certificates a company's own authority has signed.
class PrivateAuthorityTests {

  @TempDir Path folder;

  private SentMails sent;
  private Authority authority;
  private @Nullable TlsServer server;

  @BeforeEach
  void forget() {
    var database = JdbcClient.create(TestDatabase.empty());
    database.sql("truncate publish.mail_sent").update();
    sent = new SentMails(database);
    authority = new Authority(folder);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private void start(Authority.Server keys, String scheme) throws Exception {
    server = new TlsServer(keys.context(), scheme.equals("smtps"));
  }

  private TlsServer server() {
    return Objects.requireNonNull(server);
  }

  private Transmission mail(String scheme, Map<String, String> more) {
    var settings =
        new HashMap<>(
            Map.of(
                "server", scheme + "://127.0.0.1:" + server().port(),
                "from", "Harbor Daily <news@harbor.test>",
                "to", "desk@partner.test",
                "user", "newsroom",
                "password", "hush",
                "allow-loopback", "true"));
    settings.putAll(more);
    var kind = new MailKind(Clock.systemUTC(), new Html(), List.of(new PlainText()), sent);
    try (var mail = kind.open("harbor/mail", Pages.MASTHEAD, settings, new LedgerShelf())) {
      return mail.carry(List.of(Pages.show(1, 1))).getFirst();
    }
  }

  private static Map<String, String> ca(Authority.Server keys) {
    return Map.of("ca", keys.ca().toString());
  }

  private void refused(Transmission said, String sentence) {
    assertThat(((Transmission.Deferred) said).reason()).contains("127.0.0.1", sentence);
    assertThat(server().heard()).noneMatch(line -> line.matches("(plain )?(AUTH|MAIL|DATA).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp", "smtps"})
  void aServerOfOurOwnAuthorityIsTrustedOnceItsFileIsNamed(String scheme) throws Exception {
    // Given
    var keys = authority.server("ip:127.0.0.1");
    start(keys, scheme);
    refused(mail(scheme, Map.of()), "signed by nobody who is trusted here");

    // When
    var said = mail(scheme, ca(keys));

    // Then
    assertThat(said).isInstanceOf(Transmission.Accepted.class);
    assertThat(server().heard())
        .anyMatch(line -> line.startsWith("AUTH PLAIN"))
        .contains("RCPT TO:<desk@partner.test>")
        .anyMatch(line -> line.startsWith("Subject: Lighthouse 1 "))
        .allMatch(line -> !line.startsWith("plain ") || line.matches("plain (EHLO .*|STARTTLS)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp", "smtps"})
  void anotherAuthorityIsNot(String scheme) throws Exception {
    start(authority.server("ip:127.0.0.1"), scheme);
    refused(mail(scheme, ca(authority.server("ip:127.0.0.1"))), "signed by nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp", "smtps"})
  void aCertificateOfAnotherHostIsRefused(String scheme) throws Exception {
    var keys = authority.server("dns:elsewhere.test");
    start(keys, scheme);
    refused(mail(scheme, ca(keys)), "is not for this host");
  }

  @Test
  void aServerWithoutTlsHearsNothingOfUs() throws Exception {
    // Given
    var keys = authority.server("ip:127.0.0.1");
    try (var plain = new ScriptedServer("STARTTLS", "502 no such thing")) {
      server = new TlsServer(keys.context(), false);

      // When
      var said = mail("smtp", Map.of("server", "smtp://127.0.0.1:" + plain.port()));

      // Then
      assertThat(said).isInstanceOf(Transmission.Deferred.class);
      assertThat(plain.mails()).isEmpty();
    }
  }

  @Test
  void anAuthorityForMailWithoutTlsEndsTheStart() throws Exception {
    var keys = authority.server("ip:127.0.0.1");
    start(keys, "smtp");
    assertThatThrownBy(
            () -> mail("smtp", Map.of("ca", keys.ca().toString(), "allow-plain", "true")))
        .hasMessage("ca says nothing with allow-plain");
  }
}
