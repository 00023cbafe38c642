package newsroom.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file of sites that both grounds use: a national site with pages, a partner with a webhook.
final class Sites {

  private Sites() {}

  static Path write(Path file, URI site, Path pages, Partner partner) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        """
        sites:
          - site: national
            name: The National Desk
            address: %s
            language: en
            zone: America/New_York
            sections:
              - path: world
                name: World News
                keywords: [world]
              - path: news
                name: News
            destinations:
              - kind: pages
                folder: %s
          - site: partner
            name: A Partner
            address: https://partner.example/
            language: en
            zone: UTC
            sections:
              - path: news
                name: News
            destinations:
              - kind: webhook
                url: %s
                secret: %s
                allow-loopback: "true"
        """
            .formatted(site, pages, partner.address(), Partner.SECRET));
  }
}
