package newsroom.local;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/// The demo sites' file, written once and the user's from then on.
final class SitesFile {

  private static final int SECRET_BYTES = 24;

  private SitesFile() {}

  /// Writes what is not there yet.
  ///
  /// @return the partner's secret, drawn for this newsroom on its first start
  static String write(Folders folders) throws IOException {
    var file = folders.sitesFile();
    if (!Files.exists(file)) {
      try (var sites = Objects.requireNonNull(SitesFile.class.getResourceAsStream("sites.yml"))) {
        Files.copy(sites, file);
      }
    }
    return secret(folders.partner().resolve("secret"));
  }

  private static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      var bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      Files.createFile(file, ownersOnly());
      Files.writeString(file, "whsec_" + Base64.getEncoder().encodeToString(bytes));
    }
    return Files.readString(file).strip();
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }
}
