package newsroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import newsroom.local.LocalNewsroom;
import newsroom.local.Port;
import newsroom.local.Settings;

/// The newsroom as `./newsroom` runs it: embedded Kafka and PostgreSQL, all services in one
/// process.
record EmbeddedGround(LocalNewsroom newsroom) implements Ground {

  static EmbeddedGround open(Path data, Partner partner) {
    try {
      var usual = Settings.in(data);
      var site = URI.create("http://127.0.0.1:" + usual.ports().of(Port.NATIONAL) + "/");
      var sites =
          Sites.write(
              data.resolve("test-sites.yml"), site, data.resolve("sites/national"), partner);
      return new EmbeddedGround(LocalNewsroom.open(usual.with(overrides(sites))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the newsroom opened", e);
    }
  }

  /// A test waits seconds where an operator waits minutes.
  static Map<String, String> overrides(Path sites) {
    return Map.of("newsroom.publish.sites", sites.toString());
  }

  @Override
  public URI ingest() {
    return newsroom.addresses().ingest();
  }

  @Override
  public URI enrichment() {
    return newsroom.addresses().enrichment();
  }

  @Override
  public URI publish() {
    return newsroom.addresses().publish();
  }

  @Override
  public URI site() {
    return newsroom.addresses().national();
  }

  @Override
  public Path wires() {
    return newsroom.folders().wires();
  }

  @Override
  public void close() {
    newsroom.close();
  }
}
