package newsroom.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import newsroom.enrichment.EnrichmentService;
import newsroom.ingest.IngestService;
import newsroom.publish.PublishService;
import org.springframework.context.ConfigurableApplicationContext;

/// The three services, side by side in this process, each as it would run alone.
final class Services implements AutoCloseable {

  private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

  private Services() {}

  /// Starts all three at once and returns when each listens.
  static Services start(ServiceArguments arguments) throws IOException, InterruptedException {
    var starting =
        List.of(
            inBackground("publish", PublishService::start, arguments.publish()),
            inBackground("enrichment", EnrichmentService::start, arguments.enrichment()),
            inBackground("ingest", IngestService::start, arguments.ingest()));
    var services = new Services();
    IOException failure = null;
    for (var service : starting) {
      try {
        services.contexts.add(service.get());
      } catch (IOException | RuntimeException e) {
        // the others are waited for, so that they can be closed
        failure = new IOException("a service does not start: " + reason(e), e);
      }
    }
    if (failure != null) {
      services.close();
      throw failure;
    }
    return services;
  }

  /// The innermost exception says what is wrong; those around it say whom it kept from starting.
  private static String reason(Throwable failure) {
    var innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }

  private static Background<ConfigurableApplicationContext> inBackground(
      String name,
      Function<String[], ConfigurableApplicationContext> start,
      Map<String, String> arguments) {
    var words =
        arguments.entrySet().stream()
            .map(argument -> "--" + argument.getKey() + "=" + argument.getValue())
            .toArray(String[]::new);
    return Background.start(name, () -> start.apply(words));
  }

  @Override
  public void close() {
    try (var closing = Executors.newCachedThreadPool()) {
      contexts.forEach(context -> closing.execute(context::close));
    }
  }
}
