package newsroom.local.archive;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import newsroom.ingest.wire.Wire;
import newsroom.local.filing.Wires;
import org.jspecify.annotations.Nullable;

/// JSON Lines: one story a line.
final class Lines implements Holdings {

  private static final int BUFFER = 1 << 16;
  private static final String NOBODY = "archive";

  private final @Nullable String agency;
  private final @Nullable String language;

  /// @param agency for lines that name none; null for the name of the folder
  /// @param language for lines that name none; null for the desk's
  Lines(@Nullable String agency, @Nullable String language) {
    this.agency = agency;
    this.language = language;
  }

  static boolean is(Path file) {
    return String.valueOf(file.getFileName())
        .toLowerCase(Locale.ROOT)
        .matches(".+\\.(?:jsonl|ndjson)(?:\\.gz)?");
  }

  @Override
  public void read(Path file, Consumer<Find> found, LongConsumer read) throws IOException {
    var folder = Wires.agency(file);
    var otherwise = Wire.isAgency(folder) ? folder : NOBODY;
    var line = new Line(agency == null ? otherwise : agency, language);
    var counting = new Counting(Files.newInputStream(file));
    try (var reader =
        new BufferedReader(
            new InputStreamReader(unpacked(file, counting), StandardCharsets.UTF_8), BUFFER)) {
      long number = 0;
      for (var text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank()) {
          found.accept(line.read(file + ":" + number, text));
        }
        read.accept(counting.bytes);
      }
    }
  }

  static InputStream unpacked(Path file, InputStream bytes) throws IOException {
    boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  private static final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = super.read(into, offset, length);
      bytes += Math.max(0, some);
      return some;
    }
  }
}
