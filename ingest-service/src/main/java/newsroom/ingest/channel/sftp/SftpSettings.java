package newsroom.ingest.channel.sftp;

import java.nio.file.Files;
import java.util.List;
import newsroom.ingest.channel.Mistakes;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.pull.Server;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which SFTP servers are looked at: `sftp://host/folder`.
@ConfigurationProperties("newsroom.ingest")
record SftpSettings(@DefaultValue List<Server> sftp) {

  SftpSettings {
    var mistakes = new Mistakes("newsroom.ingest.sftp");
    for (int i = 0; i < sftp.size(); i++) {
      var server = sftp.get(i);
      server.check(mistakes.at(i), "sftp");
      check(server, mistakes);
    }
    mistakes.refuse();
  }

  private static void check(Server server, Mistakes mistakes) {
    mistakes.unless(
        !server.hostKey().isEmpty() || server.knownHosts() != null,
        "host-key (SHA256:…) or known-hosts is missing: a server that nobody knows is not asked");
    for (var fingerprint : server.hostKey()) {
      mistakes.unless(
          fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}=?"),
          "host-key “" + fingerprint + "” is not of the form SHA256: and 43 letters");
    }
    mistakes.unless(
        server.knownHosts() == null || Files.isReadable(server.knownHosts()),
        "known-hosts " + server.knownHosts() + " cannot be read");
    mistakes.unless(server.user() != null, "user is missing");
    mistakes.unless(
        server.key() != null || !Secret.of(server.password()).isEmpty(),
        "password or key is missing");
    mistakes.unless(
        server.key() == null || Files.isReadable(server.key()),
        "key " + server.key() + " cannot be read");
    mistakes.unless(server.sslBundle() == null, "ssl-bundle belongs to FTP");
  }
}
