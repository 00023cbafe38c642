package newsroom.ingest.channel.ftp;

import java.util.List;
import newsroom.ingest.channel.Mistakes;
import newsroom.ingest.channel.pull.Server;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which FTP servers are looked at: `ftp://` is plain, `ftpes://` begins plain and turns to TLS
/// before the password, `ftps://` is TLS from the first byte.
@ConfigurationProperties("newsroom.ingest")
record FtpSettings(@DefaultValue List<Server> ftp) {

  FtpSettings {
    var mistakes = new Mistakes("newsroom.ingest.ftp");
    for (int i = 0; i < ftp.size(); i++) {
      var server = ftp.get(i);
      server.check(mistakes.at(i), "ftp", "ftpes", "ftps");
      mistakes.unless(
          server.hostKey().isEmpty() && server.knownHosts() == null && server.key() == null,
          "host-key, known-hosts and key belong to SFTP");
    }
    mistakes.refuse();
  }
}
