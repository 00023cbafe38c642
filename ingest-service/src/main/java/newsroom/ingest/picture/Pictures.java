package newsroom.ingest.picture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Keeps pictures, each under the hash of its bytes: the same picture is kept once, and nobody
/// guesses the address of one that is not out yet.
@Component
public final class Pictures {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.(jpg|png|gif|webp)");

  private final PictureSettings settings;
  private final ServerProperties server;
  private final Environment environment;

  Pictures(PictureSettings settings, ServerProperties server, Environment environment) {
    this.settings = settings;
    this.server = server;
    this.environment = environment;
  }

  /// Whether these bytes are a picture that can be kept.
  public static boolean isPicture(byte[] content) {
    return PictureKind.of(content).isPresent();
  }

  /// The size of the largest picture.
  public long largest() {
    return settings.maxSize().toBytes();
  }

  /// The address that the picture has once it is kept.
  ///
  /// @throws IllegalArgumentException when it is none
  public String address(byte[] picture) {
    return base().resolve("pictures/" + name(picture)).toString();
  }

  /// Keeps the picture; when this returns it is on the disk, whole.
  public void keep(byte[] picture) throws IOException {
    var place = settings.folder().resolve(name(picture));
    if (Files.exists(place)) {
      return;
    }
    Files.createDirectories(settings.folder());
    var coming = settings.folder().resolve("." + place.getFileName() + "-" + UUID.randomUUID());
    try {
      write(coming, picture);
      Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(coming);
    }
    try (var entries = FileChannel.open(settings.folder(), StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  /// The file of a picture. Names come in over HTTP: nothing but our own pattern finds one.
  Optional<Path> find(String name) {
    return Optional.of(name)
        .filter(asked -> NAME.matcher(asked).matches())
        .map(settings.folder()::resolve)
        .filter(Files::isRegularFile);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (var out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
  }

  private static String name(byte[] picture) {
    var kind =
        PictureKind.of(picture)
            .orElseThrow(() -> new IllegalArgumentException("these bytes are no picture"));
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(picture);
      return HexFormat.of().formatHex(digest) + "." + kind.extension();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private URI base() {
    var address = settings.address().strip();
    return URI.create(address.isEmpty() ? own() : address.replaceFirst("/*$", "/"));
  }

  /// Where this service itself listens; its port is known once it does.
  private String own() {
    var port = environment.getProperty("local.server.port", "8081");
    return "http://" + host(server.getAddress()) + ":" + port + "/";
  }

  private static String host(@Nullable InetAddress address) {
    if (address == null || address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    var host = address.getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
