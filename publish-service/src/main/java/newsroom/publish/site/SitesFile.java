package newsroom.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Reads the sites at start; with a mistake in the file the service does not start.
@Configuration(proxyBeanMethods = false)
class SitesFile {

  private final Path file;
  private final ReadSites read;

  /// The file.
  ///
  /// @param file where the sites are written down, YAML
  SitesFile(@Value("${newsroom.publish.sites}") Path file, Environment environment) {
    this.file = file;
    this.read = new ReadSites(Secrets.of(environment));
  }

  @Bean
  Sites sites() {
    return read(text());
  }

  Path file() {
    return file.toAbsolutePath();
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Mistake(
          "the file of sites cannot be read: "
              + file()
              + " (set newsroom.publish.sites, or NEWSROOM_SITES in the environment)");
    }
  }

  Sites read(String text) {
    try {
      return read.from(text);
    } catch (Mistake e) {
      throw e.in(file);
    }
  }
}
