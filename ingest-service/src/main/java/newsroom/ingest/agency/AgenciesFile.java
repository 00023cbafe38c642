package newsroom.ingest.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the profiles at start, those that are shipped and the operator's own; with a mistake in
/// the operator's file the service does not start.
@Configuration(proxyBeanMethods = false)
class AgenciesFile {

  private static final String SHIPPED = "agencies.yml";

  /// The agencies.
  ///
  /// @param own the operator's file, YAML; empty for none
  @Bean
  Agencies profiles(@Value("${newsroom.ingest.agencies:}") String own) {
    if (own.isBlank()) {
      return new Agencies();
    }
    var file = Path.of(own.strip());
    try {
      var read = new ReadAgencies();
      read.add("the shipped " + SHIPPED, shippedText());
      read.add(file.toString(), Files.readString(file));
      return new Agencies(read.agencies());
    } catch (IOException e) {
      throw new Mistake(
          "the file of agencies cannot be read: "
              + file.toAbsolutePath()
              + " (set newsroom.ingest.agencies, or NEWSROOM_AGENCIES in the environment)");
    }
  }

  static Map<String, Agency> shipped() {
    var read = new ReadAgencies();
    read.add("the shipped " + SHIPPED, shippedText());
    return read.agencies();
  }

  private static String shippedText() {
    try (var in = AgenciesFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its " + SHIPPED);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
