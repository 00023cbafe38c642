package newsroom.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.local.Port;
import newsroom.local.Settings;

/// The sites of an oracle run: one for each sink, one with pages, one that gets files.
record OracleSites(Path data, List<Sink> sinks) {

  Path pages() {
    return data.resolve("sites/national");
  }

  Path dropped() {
    return data.resolve("dropped");
  }

  /// Posts so far, at all sinks.
  int arrived() {
    return sinks.stream().mapToInt(Sink::count).sum();
  }

  /// Writes the sites' file. A test waits a second where an operator waits minutes.
  Map<String, String> overrides() throws IOException {
    Files.createDirectories(dropped());
    var port = Settings.in(data).ports().of(Port.NATIONAL);
    var text = new StringBuilder("sites:\n").append(own(port));
    for (var sink : sinks) {
      text.append(partner(sink));
    }
    var file = Files.writeString(data.resolve("test-sites.yml"), text);
    var often = "500ms" + ",1s".repeat(60);
    var overrides = new HashMap<>(EmbeddedGround.overrides(file));
    overrides.put("newsroom.publish.carrying.retry-otherwise", often);
    overrides.put("newsroom.publish.carrying.retry.pages", often);
    overrides.put("newsroom.publish.carrying.probe", "1s");
    return overrides;
  }

  private String own(int port) {
    return """
        - site: national
          name: The National Desk
          address: http://127.0.0.1:%d/
          language: en
          zone: UTC
          sections:
            - path: news
              name: News
          destinations:
            - kind: pages
              folder: %s
        - site: dropped
          name: A Library
          address: https://library.example/
          language: en
          zone: UTC
          sections:
            - path: news
              name: News
          destinations:
            - kind: drop
              to: %s
              formats: ninjs
      """
        .formatted(port, pages(), dropped());
  }

  private static String partner(Sink sink) {
    return """
        - site: %1$s
          name: Partner %1$s
          address: https://%1$s.example/
          language: en
          zone: UTC
          sections:
            - path: news
              name: News
          destinations:
            - kind: webhook
              url: %2$s
              secret: %3$s
              allow-loopback: "true"
      """
        .formatted(sink.name(), sink.address(), Partner.SECRET);
  }
}
