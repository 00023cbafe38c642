package newsroom.ingest.channel.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.pull.PulledContract;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;

class SftpChannelTests extends PulledContract {

  private static final KeyPair HOST = pair();

  private final int port = freePort();
  private SshServer server = SshServer.setUpDefaultServer();

  @Override
  protected void startServer() throws Exception {
    Files.createDirectories(disk.resolve("out"));
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(HOST));
    server.setPasswordAuthenticator(
        (user, password, _) -> user.equals("newsroom") && password.equals("hush"));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(disk));
    server.start();
    special.putIfAbsent(
        "host-key", KeyUtils.getFingerPrint(BuiltinDigests.sha256, HOST.getPublic()));
  }

  @Override
  protected void killServer() {
    server.close(true);
  }

  @Override
  protected Sources channelOf() {
    var settings = settings(SftpSettings.class, server("sftp://127.0.0.1:" + port + "/out"));
    return new SftpFolders(settings, common(), desk, Clock.systemUTC());
  }

  @Override
  protected String channel() {
    return "sftp";
  }

  @Test
  void aServerWithAnotherKeyIsNotAsked() throws Exception {
    bring(List.of(bytes("one")));
    await().atMost(Duration.ofSeconds(20)).until(this::acknowledged);
    restartWith("host-key", "SHA256:" + "A".repeat(43));
    bring(List.of(bytes("two")));
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    assertThat(desk.asked()).isEqualTo(1);
  }

  @Test
  void theServerMayBeKnownByAFileOfHosts() throws Exception {
    var hosts = state.resolve("known_hosts");
    Files.writeString(
        hosts, "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(HOST.getPublic()) + "\n");
    special.put("known-hosts", hosts.toString());
    restartWith("host-key", "");
    bring(List.of(bytes("one")));
    await().atMost(Duration.ofSeconds(20)).until(this::acknowledged);
  }

  @Test
  void aKeyOfTheKindEd25519OpensTheDoor() throws Exception {
    // Given
    var generator = SecurityUtils.getKeyPairGenerator("EdDSA");
    generator.initialize(256);
    var pair = generator.generateKeyPair();
    var file = state.resolve("id_ed25519");
    try (var out = Files.newOutputStream(file)) {
      var lock = new OpenSSHKeyEncryptionContext();
      lock.setPassword("open sesame");
      lock.setCipherType("256");
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "newsroom", lock, out);
    }
    server.setPublickeyAuthenticator((_, key, _) -> KeyUtils.compareKeys(key, pair.getPublic()));

    // When
    special.put("key", file.toString());
    special.put("passphrase", "open sesame");
    restartWith("password", "");
    bring(List.of(bytes("one")));

    // Then
    await().atMost(Duration.ofSeconds(20)).until(this::acknowledged);
  }

  @Test
  void settingsThatNameNoKeyAreRefusedWithASentence() {
    var keys =
        Map.of(
            "newsroom.ingest.sftp[0].agency", "Wire One",
            "newsroom.ingest.sftp[0].address", "ftp://me:hush@files.example.org/out",
            "newsroom.ingest.sftp[0].user", "newsroom");
    assertThatThrownBy(() -> settings(SftpSettings.class, keys))
        .rootCause()
        .hasMessageContaining("newsroom.ingest.sftp[0]: “Wire One” is no agency's name")
        .hasMessageContaining("ftp://files.example.org/out is no address of the form sftp://…")
        .hasMessageContaining("user and password do not belong into the address")
        .hasMessageContaining("host-key (SHA256:…) or known-hosts is missing")
        .hasMessageContaining("password or key is missing")
        .message()
        .doesNotContain("hush");
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
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
