package newsroom.benchmark.plumbing;

import java.nio.file.Path;
import java.util.List;
import newsroom.benchmark.process.Jvm;
import newsroom.enrichment.EnrichmentService;

/// What carries events from `articles.drafted` to `articles.enriched` in a block.
enum Relay {
  SERVICE {
    @Override
    Jvm jvm(String bootstrap, Path folder) {
      var settings =
          List.of(
              "--server.port=0",
              "--KAFKA_BOOTSTRAP_SERVERS=" + bootstrap,
              // the class path of the race has the libraries of publish on it, too
              "--spring.autoconfigure.exclude=" + NO_DATABASE,
              "--newsroom.enrichment.related.enabled=false",
              "--newsroom.enrichment.morgue.folder=" + folder);
      return Jvm.product("service", HEAP, EnrichmentService.class.getName(), settings);
    }
  },
  FLOOR {
    @Override
    Jvm jvm(String bootstrap, Path folder) {
      return Jvm.harness("floor", HEAP, FloorRelay.class, List.of(bootstrap));
    }
  };

  private static final String HEAP = "1g";
  private static final String NO_DATABASE =
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
          + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";

  /// The process to start.
  ///
  /// @param folder its own, empty
  abstract Jvm jvm(String bootstrap, Path folder);
}
