package newsroom.ingest.spike;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the bytes of what could not be read, with the reason. A wire's place is derived from its
/// agency and bytes, so spiking it twice is spiking it once.
@Component
public final class Spike {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final String WIRE = "wire";
  private static final String REASON = "reason.json";

  private final Path folder;
  private final JsonMapper json;
  private final Clock clock;
  private final Map<String, Integer> inUse = new ConcurrentHashMap<>();

  Spike(SpikeSettings settings, JsonMapper json, Clock clock) {
    this.folder = settings.folder();
    this.json = json;
    this.clock = clock;
  }

  /// Puts a wire on the spike; when this returns it is on the disk.
  ///
  /// @param part which story of the wire could not be read; empty when it is the whole wire
  /// @param format what the wire was taken for, where that is known
  /// @return its id, as in `GET /spike/{id}`
  public String add(Wire wire, String part, @Nullable String format, String reason)
      throws IOException {
    var entry = entry(wire, part, format, reason);
    var there = find(entry.id());
    if (there.isPresent()) {
      if (!there.get().saysTheSameAs(entry)) {
        replaceReason(entry);
      }
      return entry.id();
    }
    write(entry, wire.bytes());
    return entry.id();
  }

  /// The wires on the spike that are meant, newest first.
  List<SpikedWire> list(SpikeFilter filter, int skip, int limit) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var folders = Files.list(folder)) {
      return folders
          .filter(entry -> isId(entry.getFileName().toString()))
          .sorted(Comparator.comparing(Spike::time).reversed())
          .flatMap(entry -> found(entry.getFileName().toString()).stream())
          .filter(filter::matches)
          .skip(skip)
          .limit(limit)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  Optional<SpikedWire> find(String id) throws IOException {
    if (!isId(id)) {
      return Optional.empty();
    }
    try {
      var reason = Files.readAllBytes(folder.resolve(id).resolve(REASON));
      return Optional.of(json.readValue(reason, SpikedWire.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException("the reason of spiked wire " + id + " cannot be read", e);
    }
  }

  /// The wire as it came, to be taken to the desk again.
  Optional<Wire> wire(String id) throws IOException {
    var found = find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var about = found.get();
    var bytes = Files.readAllBytes(folder.resolve(id).resolve(WIRE));
    var wire =
        new Wire(
            about.agency(),
            about.channel(),
            about.name(),
            about.charset(),
            bytes,
            about.received());
    var enclosed = about.enclosed();
    return Optional.of(enclosed == null ? wire : wire.enclosing(enclosed));
  }

  /// Keeps the wire from being swept while someone works with it.
  ///
  /// @return what ends that
  Hold hold(String id) {
    inUse.merge(id, 1, Integer::sum);
    return () -> inUse.computeIfPresent(id, (_, users) -> users == 1 ? null : users - 1);
  }

  /// Ends without an exception.
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes a wire off the spike for good, unless someone works with it.
  boolean sweep(String id) throws IOException {
    return !inUse.containsKey(id) && remove(id);
  }

  /// Takes a wire off the spike for good.
  boolean remove(String id) throws IOException {
    if (!isId(id) || !Files.isDirectory(folder.resolve(id))) {
      return false;
    }
    // out of the list in one step, so that nobody meets half of it
    var going = folder.resolve("." + id + ".going-" + UUID.randomUUID());
    DurableFiles.rename(folder.resolve(id), going);
    DurableFiles.deleteFolder(going);
    return true;
  }

  private void write(SpikedWire entry, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    var coming = folder.resolve("." + entry.id() + ".coming-" + UUID.randomUUID());
    Files.createDirectory(coming);
    try {
      DurableFiles.write(coming.resolve(WIRE), bytes);
      DurableFiles.write(coming.resolve(REASON), toJson(entry));
      DurableFiles.force(coming);
      DurableFiles.rename(coming, folder.resolve(entry.id()));
    } catch (IOException e) {
      DurableFiles.deleteFolder(coming);
      // another channel may have spiked the same wire in the meantime
      if (find(entry.id()).isEmpty()) {
        throw e;
      }
    }
  }

  private void replaceReason(SpikedWire entry) throws IOException {
    var place = folder.resolve(entry.id());
    var coming = place.resolve("." + REASON + "-" + UUID.randomUUID());
    DurableFiles.write(coming, toJson(entry));
    DurableFiles.rename(coming, place.resolve(REASON));
  }

  private byte[] toJson(SpikedWire entry) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(entry);
  }

  private SpikedWire entry(Wire wire, String part, @Nullable String format, String reason) {
    var sha256 = wire.sha256();
    return new SpikedWire(
        id(wire.agency(), sha256, part),
        wire.agency(),
        wire.channel(),
        wire.name(),
        wire.charset(),
        wire.received(),
        part,
        format,
        clock.instant(),
        reason,
        sha256,
        wire.content().remaining(),
        wire.enclosed().isEmpty() ? null : wire.enclosed());
  }

  private static String id(String agency, String sha256, String part) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((agency + '\n' + sha256 + '\n' + part).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Ids come in over HTTP and become folder names: nothing but our own pattern may.
  private static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  private Optional<SpikedWire> found(String id) {
    try {
      return find(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException e) {
      // taken off in this moment
      return FileTime.fromMillis(0);
    }
  }
}
