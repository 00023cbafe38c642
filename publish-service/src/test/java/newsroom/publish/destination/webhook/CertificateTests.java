package newsroom.publish.destination.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Receivers behind TLS, with certificates that JDK's own tool makes.
class CertificateTests {

  private static final String PASSWORD = "changeit";
  private static final String TRUST = "javax.net.ssl.trustStore";

  private final AtomicInteger calls = new AtomicInteger();
  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
  }

  /// This JVM trusts who signed the certificate, whatever else is wrong with it.
  private void trust(Path keys) throws Exception {
    var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", store.getCertificateChain("key")[1]);
    var file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    System.setProperty(TRUST, file.toString());
    System.setProperty(TRUST + "Password", PASSWORD);
  }

  /// A key and a certificate that an authority of our own signed.
  private Path keys(String... more) throws Exception {
    var file = folder.resolve("keys.p12");
    make(file, "authority", "-dname", "CN=Our Authority", "-ext", "bc:c");
    make(file, "key", more);
    keytool(file, "-delete", "-alias", "authority");
    return file;
  }

  private void make(Path file, String alias, String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC"));
    if (alias.equals("key")) {
      Collections.addAll(arguments, "-dname", "CN=partner.test", "-signer", "authority");
    }
    Collections.addAll(arguments, more);
    keytool(file, arguments.toArray(String[]::new));
  }

  private void keytool(Path file, String... arguments) throws Exception {
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command = new ArrayList<>(List.of(tool));
    Collections.addAll(command, arguments);
    Collections.addAll(
        command, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD);
    var log = folder.resolve("keytool.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    assertThat(process.waitFor()).as(Files.readString(log.toPath())).isZero();
  }

  private Transmission post(Path keys) throws Exception {
    var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    var tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    var server = server(tls);
    try {
      var url = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/hook");
      var settings = new WebhookSettings(url, List.of(), 4, new Passage(true, false, Trust.USUAL));
      try (var post = new Post(Clock.systemUTC(), settings, Duration.ofSeconds(10))) {
        return post.send(new Post.Letter("msg_1", 1, "v1,x", "{}"));
      }
    } finally {
      server.stop(0);
    }
  }

  private HttpsServer server(SSLContext tls) throws IOException {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/hook",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
    refused(
        post(keys("-ext", "san=ip:127.0.0.1", "-validity", "2")),
        "certificate is signed by nobody");
  }

  @Test
  void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
    var keys = keys("-ext", "san=dns:elsewhere.test", "-validity", "2");
    trust(keys);
    refused(post(keys), "certificate is not for this host");
  }

  @Test
  void aCertificateThatHasExpiredIsNotTrusted() throws Exception {
    var keys = keys("-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
    trust(keys);
    refused(post(keys), "certificate has expired");
  }

  @Test
  void aGoodCertificateIs() throws Exception {
    var keys = keys("-ext", "san=ip:127.0.0.1", "-validity", "2");
    trust(keys);
    assertThat(post(keys)).isInstanceOf(Transmission.Accepted.class);
    assertThat(calls).hasValue(1);
  }

  private void refused(Transmission said, String sentence) {
    assertThat(((Transmission.Deferred) said).reason()).contains("127.0.0.1: its " + sentence);
    assertThat(calls).hasValue(0);
  }
}
