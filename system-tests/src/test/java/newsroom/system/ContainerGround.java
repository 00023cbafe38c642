package newsroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsroom.enrichment.EnrichmentService;
import newsroom.ingest.IngestService;
import newsroom.local.site.SiteServer;
import newsroom.publish.PublishService;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// The three services against Kafka and PostgreSQL in containers, as they run apart.
final class ContainerGround implements Ground {

  private final KafkaContainer kafka =
      new KafkaContainer(DockerImageName.parse("apache/kafka:4.1.2"));
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer(DockerImageName.parse("postgres:17"));
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Path data;
  private URI site = URI.create("");
  private URI ingest = URI.create("");
  private URI enrichment = URI.create("");
  private URI publish = URI.create("");

  private ContainerGround(Path data) {
    this.data = data;
  }

  static ContainerGround open(Path data, Partner partner) {
    var ground = new ContainerGround(data);
    try {
      ground.start(partner);
      return ground;
    } catch (IOException e) {
      ground.close();
      throw new UncheckedIOException(e);
    }
  }

  private void start(Partner partner) throws IOException {
    open.add(kafka);
    open.add(postgres);
    Stream.of(kafka, postgres).parallel().forEach(container -> container.start());
    var pages = Files.createDirectories(data.resolve("site"));
    var server = SiteServer.start(pages, 0);
    open.addFirst(server);
    site = server.address();
    var sites = Sites.write(data.resolve("sites.yml"), site, pages, partner);
    ingest =
        started(
            IngestService.start(
                arguments(
                    Map.of(
                        "newsroom.ingest.drop-folder.folder", wires().toString(),
                        "newsroom.ingest.spike.folder", data.resolve("spike").toString()))));
    enrichment =
        started(
            EnrichmentService.start(
                arguments(
                    Map.of(
                        "newsroom.enrichment.morgue.folder", data.resolve("morgue").toString()))));
    publish =
        started(
            PublishService.start(
                arguments(
                    Map.of(
                        "newsroom.publish.sites", sites.toString(),
                        "spring.datasource.url", postgres.getJdbcUrl(),
                        "spring.datasource.username", postgres.getUsername(),
                        "spring.datasource.password", postgres.getPassword()))));
  }

  private String[] arguments(Map<String, String> own) {
    var common =
        Map.of(
            "server.port", "0",
            "spring.cloud.stream.kafka.binder.brokers", kafka.getBootstrapServers(),
            "spring.kafka.bootstrap-servers", kafka.getBootstrapServers());
    return Stream.of(common, own)
        .flatMap(settings -> settings.entrySet().stream())
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  private URI started(ConfigurableApplicationContext context) {
    open.addFirst(context);
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public URI ingest() {
    return ingest;
  }

  @Override
  public URI enrichment() {
    return enrichment;
  }

  @Override
  public URI publish() {
    return publish;
  }

  @Override
  public URI site() {
    return site;
  }

  @Override
  public Path wires() {
    return data.resolve("wires");
  }

  @Override
  public void close() {
    for (var one : open) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException("the newsroom on containers did not close", e);
      }
    }
  }
}
