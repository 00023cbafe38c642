package newsroom.benchmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import newsroom.benchmark.process.Ports;
import newsroom.benchmark.process.RunFailed;
import newsroom.publish.PublishService;
import newsroom.publish.delivery.Arrival;
import newsroom.publish.delivery.Ledger;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.site.Sites;
import newsroom.publish.story.ReadStory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

/// The publish service on one ledger.
record Shop(ConfigurableApplicationContext service, HttpClient http, int port, JdbcTemplate jdbc)
    implements AutoCloseable {

  private static final long NEVER = 60_000_000_000L;
  private static final int OK = 200;

  /// Starts one and waits until its ledger is there.
  static Shop open(String database, int broker, String sites) {
    int port = Ports.free();
    var service =
        new SpringApplicationBuilder(PublishService.class, Nothing.class)
            .properties("spring.config.name=publish-service")
            .run(
                "--server.port=" + port,
                "--spring.jmx.enabled=false",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + broker,
                "--newsroom.publish.sites=" + sites,
                "--newsroom.publish.carrying.instance=" + port,
                "--spring.cloud.stream.bindings.publish-in-0.group=ledger-" + port,
                "--logging.level.root=WARN");
    var shop =
        new Shop(service, HttpClient.newHttpClient(), port, service.getBean(JdbcTemplate.class));
    var limit = System.nanoTime() + NEVER;
    while (shop.ask("actuator/health/readiness") != OK) {
      if (System.nanoTime() > limit) {
        throw new RunFailed("publish is not ready on " + database);
      }
      LockSupport.parkNanos(100_000_000);
    }
    return shop;
  }

  /// Enters these events as the consumer does, and wakes the carriers. Returns nanoseconds.
  long enter(List<byte[]> events) {
    var sites = service.getBean(Sites.class);
    var arrivals = events.stream().map(event -> arrival(event, sites)).toList();
    long began = System.nanoTime();
    var entered = service.getBean(Ledger.class).enter(arrivals);
    long took = System.nanoTime() - began;
    service.getBean(Carriers.class).wake(entered.due());
    return took;
  }

  /// Waits until nothing is due or in hands.
  void settled() {
    var limit = System.nanoTime() + NEVER;
    while (Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from publish.delivery
              where destination = any(array['one/nothing', 'two/nothing', 'three/nothing'])
                and due_at <= now())
              or exists (select 1 from publish.delivery where lease_token is not null)
            """,
            Boolean.class))) {
      if (System.nanoTime() > limit) {
        throw new RunFailed("not all was carried");
      }
      LockSupport.parkNanos(200_000);
    }
  }

  /// Asks the control door. Returns the status.
  int ask(String path) {
    var uri = URI.create("http://127.0.0.1:" + port + "/" + path);
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("interrupted");
    }
  }

  /// Does what the service does by the clock.
  void work(String bean, String work) {
    var it = service.getBean(bean);
    try {
      Method method = ClassUtils.getUserClass(it).getDeclaredMethod(work);
      method.setAccessible(true);
      method.invoke(it);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there is no " + bean + "." + work, e);
    }
  }

  private static Arrival arrival(byte[] event, Sites sites) {
    var story = ReadStory.from(event);
    return new Arrival(story, event, sites.judge(story));
  }

  @Override
  public void close() {
    service.close();
    http.close();
  }
}
