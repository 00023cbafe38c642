package newsroom.publish.destination.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Authority;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.text.PlainText;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Drops on servers behind TLS whose certificates a company's own authority has signed.
class PrivateAuthorityTests {

  private static final String ARRIVED = "00000001-lighthouse-move-v1.txt";

  @TempDir Path disk;
  @TempDir Path folder;

  private final int port = DropContract.freePort();
  private AutoCloseable peer = () -> {};
  private Authority authority;

  @BeforeEach
  void forget() throws IOException {
    DropContract.forget();
    authority = new Authority(folder);
    Files.createDirectories(disk.resolve("out"));
  }

  @AfterEach
  void stop() throws Exception {
    peer.close();
  }

  private void ftp(Authority.Server server, boolean fromTheFirstByte) throws Exception {
    var tls = new SslConfigurationFactory();
    tls.setKeystoreFile(server.keys().toFile());
    tls.setKeystorePassword(Authority.PASSWORD);
    tls.setKeystoreType("PKCS12");
    var listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    listener.setSslConfiguration(tls.createSslConfiguration());
    listener.setImplicitSsl(fromTheFirstByte);
    var user = new BaseUser();
    user.setName("newsroom");
    user.setPassword("hush");
    user.setHomeDirectory(disk.toString());
    user.setAuthorities(List.of(new WritePermission()));
    var factory = new FtpServerFactory();
    factory.getUserManager().save(user);
    factory.addListener("default", listener.createListener());
    FtpServer ftp = factory.createServer();
    ftp.start();
    peer = ftp::stop;
  }

  private void s3(Authority.Server server) throws Exception {
    var s3 =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(disk.toString()))
            .awsAuthentication(AuthenticationType.AWS_V4, "newsroom", "hush")
            .secureEndpoint(URI.create("https://127.0.0.1:" + port))
            .keyStore(server.keys().toString(), Authority.PASSWORD)
            .stopTimeout(0)
            .build();
    s3.start();
    peer = s3::stop;
  }

  private Transmission drop(String to, Map<String, String> more) {
    try (var destination = open(to, more)) {
      return destination.carry(List.of(Pages.show(1, 1))).getFirst();
    }
  }

  private static Destination open(String to, Map<String, String> more) {
    var settings =
        new HashMap<>(
            Map.of(
                "to", to,
                "user", "newsroom",
                "password", "hush",
                "formats", "text",
                "allow-loopback", "true"));
    settings.putAll(more);
    var journal = new Journal(JdbcClient.create(TestDatabase.empty()));
    return new DropKind(List.of(new PlainText()), journal)
        .open("harbor/partner", Pages.MASTHEAD, settings, new LedgerShelf());
  }

  private String ftp(String scheme) {
    return scheme + "://127.0.0.1:" + port + "/out";
  }

  private Map<String, String> store(Authority.Server server) {
    return Map.of(
        "endpoint",
        "https://127.0.0.1:" + port,
        "path-style",
        "true",
        "ca",
        server.ca().toString());
  }

  private void arrived(Transmission said) throws IOException {
    assertThat(said).isInstanceOf(Transmission.Accepted.class);
    assertThat(Files.readString(disk.resolve("out").resolve(ARRIVED))).contains("Lighthouse 1");
  }

  private void refused(Transmission said, String sentence) throws IOException {
    assertThat(((Transmission.Deferred) said).reason()).contains("127.0.0.1", sentence);
    try (var files = Files.list(disk.resolve("out"))) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftpes", "ftps"})
  void aServerOfOurOwnAuthorityIsTrustedOnceItsFileIsNamed(String scheme) throws Exception {
    // Given
    var server = authority.server("ip:127.0.0.1");
    ftp(server, scheme.equals("ftps"));

    // Then
    refused(drop(ftp(scheme), Map.of()), "signed by nobody who is trusted here");
    arrived(drop(ftp(scheme), Map.of("ca", server.ca().toString())));
  }

  @Test
  void anotherAuthorityIsNot() throws Exception {
    // Given
    ftp(authority.server("ip:127.0.0.1"), false);
    var other = authority.server("ip:127.0.0.1");

    // Then
    refused(drop(ftp("ftpes"), Map.of("ca", other.ca().toString())), "signed by nobody");
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    // Given
    var server = authority.server("dns:elsewhere.test");
    ftp(server, false);

    // Then
    refused(drop(ftp("ftpes"), Map.of("ca", server.ca().toString())), "is not for this host");
  }

  @Test
  void aCertificateThatHasExpiredIsRefused() throws Exception {
    // Given
    var server = authority.server("ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
    ftp(server, false);

    // Then
    refused(drop(ftp("ftpes"), Map.of("ca", server.ca().toString())), "has expired");
  }

  @Test
  void aStoreOfOurOwnAuthorityIsTrustedOnceItsFileIsNamed() throws Exception {
    // Given
    var server = authority.server("ip:127.0.0.1");
    var other = authority.server("ip:127.0.0.1");
    s3(server);

    // Then
    refused(drop("s3://out/", store(other)), "signed by nobody who is trusted here");
    arrived(drop("s3://out/", store(server)));
  }

  @Test
  void aFileThatHoldsNoCertificateEndsTheStart() throws Exception {
    // Given
    var text = Files.writeString(folder.resolve("ca.pem"), "an authority");

    // Then
    assertThatThrownBy(() -> open(ftp("ftpes"), Map.of("ca", text.toString())))
        .hasMessage("ca " + text + " is no file of certificates (PEM)");
    assertThatThrownBy(() -> open(ftp("ftpes"), Map.of("ca", text + "x")))
        .hasMessage("ca " + text + "x cannot be read");
    assertThatThrownBy(() -> open(ftp("ftp"), Map.of("ca", text.toString())))
        .hasMessage("ca belongs to ftpes and ftps");
  }
}
