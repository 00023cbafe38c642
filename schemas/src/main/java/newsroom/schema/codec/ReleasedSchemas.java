package newsroom.schema.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/// Every schema that ever left the house, oldest first, from `newsroom/schema/released`.
final class ReleasedSchemas {

  private static final String FOLDER = "/newsroom/schema/released/";

  private ReleasedSchemas() {}

  /// The released schemas of the event with this simple name, as `Drafted`.
  static List<Schema> of(String event) {
    return lines(FOLDER + "index.txt").stream()
        .filter(file -> file.startsWith(event + "-"))
        .map(file -> parse(FOLDER + file))
        .toList();
  }

  private static List<String> lines(String resource) {
    try (var in = open(resource);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static Schema parse(String resource) {
    try (var in = open(resource)) {
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    var in = ReleasedSchemas.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(resource + " is not in the schemas module");
    }
    return in;
  }
}
