package newsroom.ingest.channel.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.pull.Remote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.util.unit.DataSize;

class FtpsTests {

  @TempDir Path disk;
  @TempDir Path state;

  private final FtpPeer peer = new FtpPeer();
  private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(disk.resolve("out"));
    Files.writeString(disk.resolve("out/bridge.xml"), "Bridge opens");
  }

  @AfterEach
  void stop() {
    peer.kill();
  }

  @Test
  void filesAreReadOverTlsWhoseCertificateIsTrusted() throws Exception {
    // Given
    var keys = keys("wireone", "ip:127.0.0.1");
    peer.start(disk, keys);

    // When
    trust(keys);
    try (var remote = open("ssl-bundle", "wireone")) {
      // Then
      assertThat(remote.list()).extracting(Remote.RemoteFile::name).containsExactly("bridge.xml");
      assertThat(remote.read("bridge.xml", 100)).asString().isEqualTo("Bridge opens");
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    peer.start(disk, keys("wireone", "ip:127.0.0.1"));
    assertThatThrownBy(() -> open("every", "1s")).isInstanceOf(IOException.class);
  }

  @Test
  void aCertificateForAnotherServerIsRefused() throws Exception {
    var keys = keys("other", "dns:other.example.org");
    peer.start(disk, keys);
    trust(keys);
    assertThatThrownBy(() -> open("ssl-bundle", "wireone")).isInstanceOf(IOException.class);
  }

  private Remote open(String key, String value) throws IOException {
    var at = "newsroom.ingest.ftp[0].";
    var keys =
        Map.of(
            at + "agency", "wireone",
            at + "address", "ftpes://127.0.0.1:" + peer.port() + "/out",
            at + "user", "newsroom",
            at + "password", "hush",
            at + key, value);
    var settings =
        new Binder(new MapConfigurationPropertySource(keys))
            .bindOrCreate("newsroom.ingest", FtpSettings.class);
    var common = new ChannelSettings(state, DataSize.ofKilobytes(64), Duration.ofSeconds(5), false);
    return new FtpDoor(settings.ftp().getFirst(), common, bundles).open();
  }

  private void trust(Path keys) throws Exception {
    var store = KeyStore.getInstance(keys.toFile(), "password".toCharArray());
    var certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("peer", store.getCertificate("peer"));
    var stores = SslStoreBundle.of(null, null, certificates);
    bundles.registerBundle("wireone", SslBundle.of(stores));
  }

  /// A certificate that the server has made for itself.
  private Path keys(String name, String alternative) throws Exception {
    var file = state.resolve(name + ".p12");
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            tool,
            "-genkeypair",
            "-alias",
            "peer",
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=" + alternative,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            "password",
            "-keystore",
            file.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return file;
  }
}
