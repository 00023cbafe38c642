package newsroom.publish.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A company's own authority, and certificates that it signs, made with JDK's tool.
public final class Authority {

  public static final String PASSWORD = "changeit";

  private final Path folder;
  private int made;

  public Authority(Path folder) {
    this.folder = folder;
  }

  /// What a server of this name shows.
  ///
  /// @param keys its key and certificate, PKCS 12
  /// @param ca the certificate of who signed it, PEM
  public record Server(Path keys, Path ca) {

    /// For a server that takes its TLS from here.
    public SSLContext context() throws IOException, GeneralSecurityException {
      var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    }
  }

  /// Each server has an authority of its own.
  ///
  /// @param name as `ip:127.0.0.1`
  /// @param more as keytool has it
  public Server server(String name, String... more) throws IOException, InterruptedException {
    var keys = folder.resolve("keys" + ++made + ".p12");
    var ca = folder.resolve("ca" + made + ".pem");
    make(keys, "authority", "-dname", "CN=Our Authority", "-ext", "bc:c");
    var arguments =
        new ArrayList<>(
            List.of("-dname", "CN=partner", "-signer", "authority", "-ext", "san=" + name));
    Collections.addAll(arguments, more);
    make(keys, "key", arguments.toArray(String[]::new));
    tool(keys, "-exportcert", "-rfc", "-alias", "authority", "-file", ca.toString());
    tool(keys, "-delete", "-alias", "authority");
    return new Server(keys, ca);
  }

  private void make(Path keys, String alias, String... more)
      throws IOException, InterruptedException {
    var arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-keypass", PASSWORD));
    Collections.addAll(arguments, more);
    tool(keys, arguments.toArray(String[]::new));
  }

  private void tool(Path keys, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, arguments);
    Collections.addAll(
        command, "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", PASSWORD);
    var log = folder.resolve("keytool.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    assertThat(process.waitFor()).as(Files.readString(log.toPath())).isZero();
  }
}
