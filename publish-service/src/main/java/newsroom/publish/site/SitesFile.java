package newsroom.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Reads the sites at start; with a mistake in the file the service does not start.
@Configuration(proxyBeanMethods = false)
class SitesFile {

  /// The sites.
  ///
  /// @param file where they are written down, YAML
  @Bean
  Sites sites(
      @Value("${newsroom.publish.sites}") java.nio.file.Path file, Environment environment) {
    try {
      return new ReadSites(Secrets.of(environment)).from(Files.readString(file));
    } catch (IOException e) {
      throw new Mistake(
          "the file of sites cannot be read: "
              + file.toAbsolutePath()
              + " (set newsroom.publish.sites, or NEWSROOM_SITES in the environment)");
    } catch (Mistake e) {
      throw new Mistake(e.getMessage() + " (in " + file.toAbsolutePath() + ")");
    }
  }
}
