package newsroom.ingest.channel.pull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.channel.Mistakes;
import newsroom.ingest.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A folder on an agency's server, as the settings have it. One line of settings for each, so all
/// that any protocol needs stands here.
///
/// @param every how often it is looked at
/// @param after what becomes of a file that was taken
/// @param moveTo the folder, below the address, for `after: move`
/// @param pattern which files, as `*.xml` or `desk?-*,*.nitf`, without regard to case
/// @param settle a file that has not changed for so long is taken to be whole
/// @param notOlderThan files that were last changed before that are left alone
/// @param sslBundle of Spring Boot's `spring.ssl.bundle`, for FTPS with certificates of one's own
/// @param hostKey fingerprints of the SFTP server's keys, `SHA256:…`
/// @param knownHosts a file as OpenSSH has it, instead of `hostKey`
/// @param key a file with the private key, for SFTP
/// @param passphrase of that key
public record Server(
    String agency,
    URI address,
    @Nullable String user,
    @Nullable Secret password,
    @DefaultValue("30s") Duration every,
    @DefaultValue("move") After after,
    @DefaultValue("done") String moveTo,
    @DefaultValue("*") String pattern,
    @DefaultValue("5s") Duration settle,
    @Nullable Duration notOlderThan,
    @Nullable String sslBundle,
    @DefaultValue List<String> hostKey,
    @Nullable Path knownHosts,
    @Nullable Path key,
    @Nullable Secret passphrase) {

  /// What becomes of a file that the desk has.
  public enum After {
    MOVE,
    DELETE,
    LEAVE
  }

  /// Whom to log in as.
  public String login() {
    return user == null ? "anonymous" : user;
  }

  /// The folder; one that begins with `/~/` lies below where the server lets in.
  public String folder() {
    var path = address.getPath() == null || address.getPath().isEmpty() ? "/" : address.getPath();
    if (path.equals("/~") || path.equals("/~/")) {
      return ".";
    }
    return path.startsWith("/~/") ? path.substring(3) : path;
  }

  /// Notes what is wrong with it.
  public void check(Mistakes mistakes, String... schemes) {
    mistakes.source(agency, address, every, schemes);
    mistakes.unless(
        after != After.MOVE || isFolderName(moveTo),
        "move-to is “" + moveTo + "”, which is no name of a folder beside the files");
    mistakes.unless(!pattern.isBlank(), "pattern is empty; all files are *");
    mistakes.unless(!settle.isNegative(), "settle must not be less than nothing");
  }

  private static boolean isFolderName(String name) {
    return !name.isBlank() && !name.startsWith("/") && !name.contains("..");
  }
}
