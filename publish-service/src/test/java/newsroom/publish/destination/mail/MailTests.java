package newsroom.publish.destination.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.text.PlainText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailTests extends DestinationContract {

  private final SentMails sent = sent();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private GreenMail server;

  private static SentMails sent() {
    var database = JdbcClient.create(TestDatabase.empty());
    database.sql("truncate publish.mail_sent").update();
    return new SentMails(database);
  }

  @BeforeEach
  void startServer() {
    server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
    server.setUser("news@harbor.test", "newsroom", "hush");
    server.start();
    opened.add(server::stop);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, String> settings(int port, String... more) {
    var settings = new TreeMap<String, String>();
    settings.put("server", "smtp://127.0.0.1:" + port);
    settings.put("from", "Harbor Daily <news@harbor.test>");
    settings.put("to", "desk@partner.test");
    settings.put("allow-loopback", "true");
    settings.put("allow-plain", "true");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private Destination open(int port, String... more) {
    var kind = new MailKind(Clock.systemUTC(), new Html(), List.of(new PlainText()), sent);
    var destination = kind.open("harbor/mail", Pages.MASTHEAD, settings(port, more), shelf);
    opened.add(destination);
    return destination;
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private Destination scripted(String at, String answer) throws IOException {
    var peer = new ScriptedServer(at, answer);
    opened.add(peer);
    return open(peer.port());
  }

  @Override
  protected Destination working() {
    return open(port(), "user", "newsroom", "password", "hush");
  }

  @Override
  protected Destination unreachable() {
    // there are readers who know the story that is to be taken down
    sent.note("harbor/mail", Pages.uri(2), "v0", "0@harbor.test", "Lighthouse 2 moves");
    return open(1);
  }

  @Override
  protected Destination refusing() {
    try {
      return scripted("RCPT", "550 5.1.1 no such desk here");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// What lies in a mailbox, by Message-ID; when it was sent is no part of it.
  @Override
  protected Object seen() {
    var mails = new ArrayList<String>();
    for (var mail : server.getReceivedMessages()) {
      try {
        mails.add(
            mail.getMessageID() + "\n" + mail.getSubject() + "\n" + part(mail, 0) + part(mail, 1));
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return mails;
  }

  private static String part(MimeMessage mail, int number) throws MessagingException, IOException {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
    return part.getContentType() + "\n" + part.getContent();
  }

  private MimeMessage mail(int number) {
    return server.getReceivedMessages()[number];
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    return mail.getHeader(name, ",");
  }

  @Test
  void aStoryIsOneMailInTwoForms() throws Exception {
    // When
    carry(working(), Pages.show(1, 1));

    // Then
    var mail = mail(0);
    assertThat(mail.getSubject()).isEqualTo("Lighthouse 1 moves inland, report 1");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(part(mail, 0)).startsWith("text/plain; charset=utf-8").contains("“slow” is safe.");
    assertThat(part(mail, 1))
        .startsWith("text/html; charset=utf-8")
        .contains("<b>eight meters</b>");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(mail, "List-Id")).isEqualTo("<harbor.harbor.test>");
    assertThat(header(mail, "Message-ID")).matches("<[0-9a-f]{32}@harbor\\.test>");
    assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("hush");
  }

  @Test
  void laterVersionsAndTheKillAnswerTheFirst() throws Exception {
    // When
    carry(working(), Pages.show(1, 1));
    carry(working(), Pages.show(1, 2), Pages.takeDown(1, 3, true));

    // Then
    var first = header(mail(0), "Message-ID");
    assertThat(header(mail(0), "In-Reply-To")).isNull();
    assertThat(header(mail(1), "In-Reply-To")).isEqualTo(first);
    assertThat(header(mail(2), "References")).isEqualTo(first);
    assertThat(mail(2).getSubject()).isEqualTo("KILL: Lighthouse 1 moves inland, report 2");
    assertThat(part(mail(2), 0)).contains("taken down").doesNotContain("eight meters");
  }

  @Test
  void whoNeverHeardOfAStoryHearsNothingOfItsEnd() {
    // When
    carry(working(), Pages.takeDown(7, 1, true));

    // Then
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aHiddenReceiverStandsNowhereInTheMail() {
    // When
    carry(open(port(), "bcc", "rival@other.test"), Pages.show(1, 1));

    // Then
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(GreenMailUtil.getWholeMessage(mail(0))).doesNotContain("rival");
  }

  @Test
  void aWrongPasswordWaitsAndIsNeverRepeated() {
    // When
    var outcomes =
        open(port(), "user", "newsroom", "password", "all-wrong").carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason())
        .contains("smtp://127.0.0.1")
        .doesNotContain("all-wrong");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithoutTlsGetsNothing() {
    // When
    var outcomes = open(port(), "allow-plain", "false").carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason()).contains("STARTTLS");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aCertificateThatNobodyKnowsGetsNothing() {
    // Given
    var secure = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtps"));
    secure.start();
    opened.add(secure::stop);

    // When
    var address = "smtps://127.0.0.1:" + secure.getSmtps().getPort();
    var outcomes = open(1, "server", address).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason()).contains("smtps://127");
    assertThat(secure.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerOnAnInnerAddressIsRefusedUnlessAllowed() {
    // When
    var outcomes =
        open(port(), "allow-loopback", "false", "allow-plain", "false")
            .carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(outcomes).singleElement().isInstanceOf(Transmission.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"MAIL, 451 4.3.0 try later", "RCPT, 450 4.2.1 greylisted", "., 452 4.3.1 disk full"})
  void whatMayBeOtherwiseTomorrowWaits(String at, String answer) throws IOException {
    // When
    var outcomes = scripted(at, answer).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason()).contains(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 5.7.1 not you",
    "RCPT, 550 5.1.1 no such desk",
    "., 554 5.7.1 looks like spam"
  })
  void whatTheServerRefusesIsRefusedInItsWords(String at, String answer) throws IOException {
    // When
    var outcomes = scripted(at, answer).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Refused) outcomes.getFirst()).reason()).contains(answer);
  }

  @Test
  void oneReceiverThatIsRefusedKeepsTheMailFromAll() throws IOException {
    // Given
    var peer = new ScriptedServer("RCPT TO:<gone@", "550 5.1.1 no such desk");
    opened.add(peer);

    // When
    var outcomes =
        open(peer.port(), "to", "desk@partner.test, gone@partner.test")
            .carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Refused) outcomes.getFirst()).reason()).contains("gone@partner.test");
    assertThat(peer.mails()).isEmpty();
  }

  @Test
  void aMailWhoseReplyWasLostGoesAgainUnderItsIdentifier() throws IOException {
    // Given
    var peer = new ScriptedServer(".", "");
    opened.add(peer);
    var dispatch = Pages.show(1, 1);
    var before = open(peer.port()).carry(List.of(dispatch));

    // When
    var after = carry(working(), dispatch);

    // Then
    assertThat(before).hasOnlyElementsOfType(Transmission.Deferred.class);
    assertThat(after).hasOnlyElementsOfType(Transmission.Accepted.class);
    var id = ((Transmission.Accepted) after.getFirst()).remoteId();
    assertThat(peer.mails()).singleElement().asString().contains("Message-ID: <" + id + ">");
    assertThat(seen().toString()).contains("<" + id + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server      |                      | server is missing
          server      | mail.test            | server must be like smtp://
          server      | smtp://u:p@mail.test | server must be like smtp://
          from        |                      | from must be one address
          from        | a@b.test, c@d.test   | from must be one address
          to          |                      | to is missing
          to          | desk at partner      | to is no list of addresses
          user        | newsroom             | password is missing
          list-id     | <harbor>             | list-id must be like
          related     | maybe                | related must be true or false
          allow-plain | true                 | allow-plain goes only with allow-loopback
          subject     | News                 | subject is no setting of mail
          """)
  void aMistakeIsOneSentence(String key, String value, String sentence) {
    var more = key.equals("allow-plain") ? "false" : "true";
    assertThatThrownBy(() -> open(1, "allow-loopback", more, key, value == null ? "" : value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
