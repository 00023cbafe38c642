package newsroom.publish.destination.outbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whose certificates a destination believes: those of the authorities that Java knows, or, where
/// its setting `ca` names a file, those of the authorities in that file and of no others.
public final class Trust {

  /// The setting that names the file.
  public static final String CA = "ca";

  private static final String UNKNOWN =
      "its certificate is signed by nobody who is trusted here; if the authority is your own, name"
          + " its file as ca";

  /// Those of the authorities that Java knows.
  public static final Trust USUAL = new Trust(null);

  private final @Nullable Path file;

  private Trust(@Nullable Path file) {
    this.file = file;
  }

  /// The file of authorities is no such thing.
  public static final class Unusable extends IOException {
    private static final long serialVersionUID = 1;

    private Unusable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /// As a site's file says it.
  ///
  /// @throws IllegalArgumentException with a sentence that says what is wrong with the file
  public static Trust of(Map<String, String> settings) {
    var text = settings.getOrDefault(CA, "").strip();
    if (text.isEmpty() && settings.containsKey(CA)) {
      throw new IllegalArgumentException(
          "ca is empty: name the file of your authority, or leave the line out");
    }
    var trust = new Trust(text.isEmpty() ? null : Path.of(text));
    try {
      trust.managers();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return trust;
  }

  /// Whether it is other authorities than those that Java knows.
  public boolean own() {
    return file != null;
  }

  /// For a new connection: the file is read each time, so that another may take its place while
  /// publish runs.
  public SSLContext context() throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("there is no TLS here", e);
    }
  }

  /// What looks at certificates.
  public TrustManager[] managers() throws IOException {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(file == null ? null : authorities(file));
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new Unusable("ca " + file + " is no file of certificates (PEM)", e);
    }
  }

  private static KeyStore authorities(Path file) throws IOException, GeneralSecurityException {
    if (!Files.isReadable(file)) {
      throw new Unusable("ca " + file + " cannot be read", null);
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(file)) {
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority " + number++, certificate);
      }
    }
    if (store.size() == 0) {
      throw new Unusable("ca " + file + " is no file of certificates (PEM)", null);
    }
    return store;
  }

  /// Why TLS did not come about, in words for an operator; null where something else is the matter.
  public static @Nullable String refusal(Throwable failure) {
    SSLException tls = null;
    CertificateException certificate = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertPathBuilderException _ -> {
          return UNKNOWN;
        }
        // an authority of the same name, and another key
        case SignatureException _ -> {
          return UNKNOWN;
        }
        case CertificateExpiredException _ -> {
          return "its certificate has expired";
        }
        case CertificateNotYetValidException _ -> {
          return "its certificate is not valid yet";
        }
        case CertPathValidatorException path when path.getCause() == null -> {
          return "its certificate is not valid: " + path.getMessage();
        }
        case CertificateException other -> certificate = other;
        case SSLException other -> tls = other;
        default -> {
          // what it is caused by may say more
        }
      }
    }
    if (certificate != null) {
      return "its certificate is not for this host: " + certificate.getMessage();
    }
    return tls == null ? null : "trouble with TLS: " + tls.getMessage();
  }
}
