package newsroom.ingest.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.PolledContract;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class MailChannelTests extends PolledContract {

  private final ServerSetup setup = new ServerSetup(freePort(), "127.0.0.1", "imap");
  private final Map<String, String> special = new HashMap<>();
  private final List<byte[]> sent = new ArrayList<>();
  private DataSize largest = DataSize.ofKilobytes(64);
  private final Managers managers = new Managers();
  private final GreenMailUser user = user();
  private ImapServer server = new ImapServer(setup, managers);

  /// A server that comes back has what it had, seen or not, under the numbers it had.
  @Override
  protected void startServer() throws Exception {
    server = new ImapServer(setup, managers);
    server.startService();
    assertThat(server.waitTillRunning(5_000)).isTrue();
  }

  @Override
  protected void killServer() {
    server.stopService();
  }

  @Override
  protected Sources channelOf() {
    var at = "newsroom.ingest.mail[0].";
    var keys = new HashMap<String, String>();
    keys.put(at + "agency", "wireone");
    keys.put(at + "address", "imap://127.0.0.1:" + setup.getPort());
    keys.put(at + "user", "newsroom");
    keys.put(at + "password", "hush");
    keys.put(at + "every", "100ms");
    keys.put(at + "allow-plain", "true");
    special.forEach((key, value) -> keys.put(at + key, value));
    return new Mailboxes(
        settings(MailSettings.class, keys),
        new ChannelSettings(state, largest, Duration.ofSeconds(5), true),
        new DefaultSslBundleRegistry(),
        JsonMapper.builder().build(),
        desk,
        Clock.systemUTC());
  }

  @Override
  protected String channel() {
    return "mail";
  }

  @Override
  protected void bring(List<byte[]> wires) throws Exception {
    for (var wire : wires) {
      var text =
          """
          Message-ID: <%d@wireone.example>
          From: desk@wireone.example
          Subject: A story
          MIME-Version: 1.0
          Content-Type: text/plain
          Content-Transfer-Encoding: base64

          %s
          """
              .formatted(sent.size(), Base64.getEncoder().encodeToString(wire))
              .replace("\n", "\r\n");
      sent.add(text.getBytes(StandardCharsets.US_ASCII));
      user.deliver(message(sent.getLast()));
    }
  }

  private static MimeMessage message(byte[] bytes) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  @Override
  protected boolean acknowledged(int wires) {
    return inbox().stream().filter(message -> message.isSet(Flags.Flag.SEEN)).count() == wires;
  }

  private static boolean isSeen(StoredMessage message) {
    return message.isSet(Flags.Flag.SEEN);
  }

  private List<StoredMessage> inbox() {
    return messages("INBOX");
  }

  private List<StoredMessage> messages(String folder) {
    var there = folder(folder);
    return there == null ? List.of() : there.getMessages();
  }

  private MailFolder folder(String name) {
    return managers.getImapHostManager().getFolder(user, name);
  }

  @Override
  protected void assertIs(Wire taken, byte[] brought) {
    assertThat(taken.bytes()).isEqualTo(sent.getFirst());
    try (var body = message(taken.bytes()).getInputStream();
        var copy = new ByteArrayOutputStream()) {
      body.transferTo(copy);
      assertThat(copy.toByteArray()).isEqualTo(brought);
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private void restartWith(String key, String value) {
    special.put(key, value);
    rounds.stop();
    startChannel();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void whatOthersHaveReadIsTakenAllTheSame() throws Exception {
    // Given
    rounds.stop();
    bring(List.of(bytes("one"), bytes("two")));
    folder("INBOX").setFlags(new Flags(Flags.Flag.SEEN), true, 1, null, false);

    // When
    startChannel();

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 2);
  }

  @Test
  void messagesAreMoved() throws Exception {
    restartWith("after", "move");
    bring(List.of(bytes("one"), bytes("two")));
    await().atMost(Duration.ofSeconds(20)).until(() -> messages("Taken").size() == 2);
    assertThat(inbox()).noneMatch(message -> !message.isSet(Flags.Flag.DELETED));
    assertThat(desk.taken()).hasSize(2);
  }

  @Test
  void messagesAreDeleted() throws Exception {
    restartWith("after", "delete");
    bring(List.of(bytes("one")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                desk.taken().size() == 1
                    && inbox().stream().allMatch(m -> m.isSet(Flags.Flag.DELETED)));
  }

  @Test
  void aMessageThatIsTooLargeIsLeftAndTheOthersAreTaken() throws Exception {
    bring(List.of(new byte[70_000], bytes("two")));
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 1);
    assertThat(isSeen(inbox().getFirst())).isFalse();
    assertThat(desk.asked()).isEqualTo(1);
  }

  @Test
  void aMessageThatIsTooLargeIsTakenOnceAStartAllowsIt() throws Exception {
    // Given
    bring(List.of(new byte[70_000], bytes("two")));
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(1));

    // When
    rounds.stop();
    largest = DataSize.ofMegabytes(1);
    startChannel();
    bring(List.of(bytes("three")));

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(3));
    assertThat(desk.taken()).hasSize(3);
  }

  @Test
  void aMessageThatCannotBeMovedHoldsUpNoOther() throws Exception {
    try (var full = new FullMailbox(setup.getPort())) {
      // Given
      special.put("address", "imap://127.0.0.1:" + full.port());
      restartWith("after", "move");

      // When
      bring(List.of(bytes("one"), bytes("two"), bytes("three")));

      // Then
      await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 3);
      var before = polls("nothing");
      await().atMost(Duration.ofSeconds(20)).until(() -> polls("nothing") > before + 2);
      assertThat(messages("Taken")).isEmpty();

      // When
      full.full = false;

      // Then
      await().atMost(Duration.ofSeconds(20)).until(() -> messages("Taken").size() == 3);
      assertThat(desk.taken()).hasSize(3);
    }
  }

  @Test
  void aWrongPasswordIsSaidAndNothingIsTaken() throws Exception {
    restartWith("password", "wrong");
    bring(List.of(bytes("one")));
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aPasswordIsNotSentWithoutTlsUnlessItMayBe() throws Exception {
    restartWith("allow-plain", "false");
    bring(List.of(bytes("one")));
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aFolderThatIsNumberedAnewIsReadFromItsBeginning() throws Exception {
    // Given
    bring(List.of(bytes("one")));
    await().atMost(Duration.ofSeconds(20)).until(this::acknowledged);

    // When
    rounds.stop();
    forget();
    bring(List.of(bytes("two")));
    startChannel();

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 2);
  }

  /// Mailboxes that are made anew have other numbers.
  private void forget() throws FolderException, AuthorizationException {
    // this server takes the second for the number
    await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    folder("INBOX").deleteAllMessages();
    managers.getImapHostManager().getStore().deleteMailbox(folder("INBOX"));
    managers.getImapHostManager().createMailbox(user, "INBOX");
  }

  private GreenMailUser user() {
    try {
      return managers.getUserManager().createUser("desk@example.org", "newsroom", "hush");
    } catch (UserException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
