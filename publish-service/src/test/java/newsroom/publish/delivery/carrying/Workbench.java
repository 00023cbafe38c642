package newsroom.publish.delivery.carrying;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import newsroom.publish.Events;
import newsroom.publish.SettableClock;
import newsroom.publish.TestDatabase;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Arrival;
import newsroom.publish.delivery.Entered;
import newsroom.publish.delivery.Judgements;
import newsroom.publish.delivery.Ledger;
import newsroom.publish.destination.RecordingKind;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.site.Sites;
import newsroom.publish.site.TestSites;
import newsroom.publish.story.ReadStory;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger and its carriers on a real PostgreSQL, with recording destinations and a clock that
/// goes when it is told. Nothing runs by itself: a test says when who carries.
public final class Workbench implements AutoCloseable {

  public final SettableClock clock = new SettableClock(Events.MORNING.plus(Duration.ofDays(1)));
  public final RecordingKind recording = new RecordingKind();

  /// What Kafka says against an event.
  public volatile Function<ProducerRecord<String, byte[]>, @Nullable Exception> refuses = _ -> null;

  public final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized Future<RecordMetadata> send(
            ProducerRecord<String, byte[]> event, Callback callback) {
          var refusal = refuses.apply(event);
          if (refusal == null) {
            return super.send(event, callback);
          }
          callback.onCompletion(null, refusal);
          return CompletableFuture.failedFuture(refusal);
        }

        @Override
        public void close(Duration timeout) {
          // the template closes after each use what its factory does not share
        }

        @Override
        public void close() {
          // as above
        }
      };
  public final JdbcTemplate jdbc;
  private final Sites sites;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final Map<String, Carrier> carriers = new HashMap<>();

  public Workbench() {
    this(TestSites.two());
  }

  public Workbench(Sites sites) {
    this(sites, TestDatabase.empty());
  }

  /// Another instance on the same ledger.
  public Workbench beside() {
    return beside(sites);
  }

  /// Another instance on the same ledger, to which the file says something else of the sites.
  public Workbench beside(Sites others) {
    return new Workbench(others, Objects.requireNonNull(jdbc.getDataSource()));
  }

  private Workbench(Sites sites, DataSource source) {
    this.sites = sites;
    this.jdbc = new JdbcTemplate(source);
    var scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(new AssignableTypeFilter(WorkingDay.class));
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(
            Pattern.compile(".*\\.(Rejudging|Reconciling(\\$.*)?|Lookout|Sending)")));
    scanner.scan(
        "newsroom.publish.delivery", "newsroom.publish.published", "newsroom.publish.watch");
    context.registerBean(Migration.class);
    context.registerBean("clock", SettableClock.class, () -> clock);
    context.registerBean("sites", Sites.class, () -> sites);
    context.registerBean("recording", RecordingKind.class, () -> recording);
    context.registerBean("meters", SimpleMeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean("dataSource", DataSource.class, () -> new DelegatingDataSource(source));
    context.registerBean("jdbc", JdbcTemplate.class, () -> jdbc);
    context.registerBean(
        "transaction",
        TransactionTemplate.class,
        () -> new TransactionTemplate(new JdbcTransactionManager(source)));
    context.registerBean("kafka", KafkaTemplate.class, () -> new KafkaTemplate<>(producers()));
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    context.refresh();
    context.getBean(Migration.class).run();
    restart();
  }

  /// The carriers as after a start: all that they had in mind is gone.
  public void restart() {
    for (var line : context.getBean(Lines.class).all()) {
      carriers.put(line.name(), carrier(line));
    }
  }

  private ProducerFactory<String, byte[]> producers() {
    return new ProducerFactory<>() {
      @Override
      public Producer<String, byte[]> createProducer() {
        return kafka;
      }
    };
  }

  private Carrier carrier(Line line) {
    var settings = context.getBean(CarryingSettings.class);
    return new Carrier(line, clock, settings, context.getBean(Desk.class), _ -> {});
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Entered enter(Events... events) {
    return bean(Ledger.class)
        .enter(Arrays.stream(events).map(event -> arrival(event.bytes())).toList());
  }

  public Arrival arrival(byte[] event) {
    var story = ReadStory.from(event);
    return new Arrival(story, event, sites.judge(story));
  }

  /// Carries at one destination until nothing is due there.
  public void carry(String destination) {
    var carrier = Objects.requireNonNull(carriers.get(destination));
    for (int i = 0; i < 50 && carrier.round(); i++) {}
  }

  /// Carries at all destinations until nothing is due.
  public void carry() {
    carriers.keySet().forEach(this::carry);
  }

  /// Judges again what is due for that, and carries what comes of it.
  public void judge() {
    while (bean(Judgements.class).judge(clock.instant()).any()) {}
    carry();
  }

  public Recording at(String destination) {
    return Objects.requireNonNull(recording.opened.get(destination));
  }

  public String state(String destination, int number) {
    return column("state", destination, number);
  }

  public String column(String column, String destination, int number) {
    var values =
        jdbc.queryForList(
            "select " + column + "::text from publish.delivery where destination = ? and uri = ?",
            String.class,
            destination,
            Events.uri(number));
    return String.valueOf(values.getFirst());
  }

  @Override
  public void close() {
    context.close();
  }
}
