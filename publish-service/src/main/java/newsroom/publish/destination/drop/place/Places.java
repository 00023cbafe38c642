package newsroom.publish.destination.drop.place;

import static newsroom.publish.destination.outbound.SiteSettings.check;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.SiteSettings;
import newsroom.publish.destination.outbound.Trust;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/// Finds the place that a site's file names.
public final class Places {

  /// The settings that this room reads.
  public static final Set<String> KNOWN =
      Set.of(
          "to",
          "user",
          "password",
          "key",
          "passphrase",
          "host-key",
          "known-hosts",
          "region",
          "endpoint",
          "path-style",
          Trust.CA,
          "allow-loopback",
          "allow-private");

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Set<String> SERVERS = Set.of("sftp", "ftp", "ftpes", "ftps");

  private Places() {}

  /// The place.
  ///
  /// @throws IllegalArgumentException with a sentence that names the setting that is wrong
  public static Place of(Map<String, String> settings) {
    var to = settings.getOrDefault("to", "").strip();
    check(
        !to.isEmpty(), "to is missing: a folder, or sftp://host/folder, ftp://, ftpes:// or s3://");
    if (to.startsWith("s3://")) {
      return new S3Place(Bucket.of(settings, to), Trust.of(settings));
    }
    for (var key : List.of("region", "endpoint", "path-style")) {
      check(!settings.containsKey(key), key + " belongs to s3://, and to is " + to);
    }
    return to.matches("[a-z][a-z0-9+.-]*://.*") ? remote(settings, to) : local(settings, to);
  }

  /// The guard of everything that leaves for this destination.
  public static Guard guard(Map<String, String> settings) {
    return new Guard(
        SystemDefaultDnsResolver.INSTANCE,
        new SiteSettings(settings).flag("allow-loopback"),
        new SiteSettings(settings).flag("allow-private"));
  }

  private static Place local(Map<String, String> settings, String folder) {
    for (var key :
        List.of("user", "password", "key", "passphrase", "host-key", "known-hosts", Trust.CA)) {
      check(
          !settings.containsKey(key), key + " belongs to a server, and to is a folder: " + folder);
    }
    try {
      var path = Path.of(folder).toAbsolutePath().normalize();
      check(!Files.exists(path) || Files.isDirectory(path), "to is a file: " + path);
      return new LocalPlace(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("to is no path: " + e.getMessage(), e);
    }
  }

  private static Place remote(Map<String, String> settings, String to) {
    var address = address(to);
    var scheme = address.getScheme();
    check(SERVERS.contains(scheme), "to must be a folder or begin with s3 or one of " + SERVERS);
    boolean ssh = scheme.equals("sftp");
    var server =
        new Server(
            address,
            login(settings),
            hostKeys(settings),
            path(settings, "known-hosts"),
            guard(settings),
            TIMEOUT);
    var login = server.login();
    check(!login.user().isEmpty(), "user is missing");
    if (ssh) {
      check(!settings.containsKey(Trust.CA), "ca belongs to TLS, and to is SFTP");
      check(
          !server.hostKeys().isEmpty() || server.knownHosts() != null,
          "host-key (SHA256:…) or known-hosts is missing: nothing is brought to a server that"
              + " nobody knows");
      check(login.key() != null || !login.password().isEmpty(), "password or key is missing");
      return new SftpPlace(server);
    }
    check(
        server.hostKeys().isEmpty() && server.knownHosts() == null && login.key() == null,
        "host-key, known-hosts and key belong to SFTP");
    check(!scheme.equals("ftp") || !settings.containsKey(Trust.CA), "ca belongs to ftpes and ftps");
    return new FtpPlace(server, Trust.of(settings));
  }

  private static URI address(String to) {
    try {
      var address = URI.create(to);
      check(
          address.getHost() != null && address.getUserInfo() == null,
          "to must be like sftp://partner.example/folder, user and password apart from it");
      return address;
    } catch (IllegalArgumentException e) {
      throw e.getCause() == null ? e : new IllegalArgumentException("to is no address", e);
    }
  }

  static Server.Login login(Map<String, String> settings) {
    return new Server.Login(
        settings.getOrDefault("user", ""),
        settings.getOrDefault("password", ""),
        path(settings, "key"),
        settings.getOrDefault("passphrase", ""));
  }

  private static List<String> hostKeys(Map<String, String> settings) {
    var keys =
        Arrays.stream(settings.getOrDefault("host-key", "").split("[,\\s]+", -1))
            .filter(key -> !key.isEmpty())
            .toList();
    for (var key : keys) {
      check(
          key.matches("SHA256:[A-Za-z0-9+/]{43}=?"),
          "host-key “" + key + "” is not of the form SHA256: and 43 letters");
    }
    return keys;
  }

  private static @Nullable Path path(Map<String, String> settings, String key) {
    var text = settings.get(key);
    if (text == null || text.isBlank()) {
      return null;
    }
    var path = Path.of(text);
    check(Files.isReadable(path), key + " " + path + " cannot be read");
    return path;
  }
}
