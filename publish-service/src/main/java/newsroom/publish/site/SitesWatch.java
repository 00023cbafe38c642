package newsroom.publish.site;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Takes a changed file of sites without a restart. It is looked at now and then, by its
/// text: notices of changes do not come through mounts of containers. With a mistake in it
/// everything stays as it was, and health says so.
@Component
class SitesWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SitesWatch.class);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final SitesFile file;
  private final Sites sites;
  private final Staff staff;
  private final Duration every;
  private final Loop loop;
  private volatile List<String> mistakes = List.of();
  private String seen = "";
  private String judged = "";

  SitesWatch(
      SitesFile file,
      Sites sites,
      Staff staff,
      Loops loops,
      MeterRegistry meters,
      @Value("${newsroom.publish.sites-every:2s}") Duration every) {
    this.file = file;
    this.sites = sites;
    this.staff = staff;
    this.every = every;
    this.loop = loops.of("watch of the file of sites", LONGEST_TURN, this::turn);
    Gauge.builder("newsroom.sites.mistakes", () -> mistakes.size()).register(meters);
  }

  /// What is wrong in the file as it stands; empty while it counts.
  List<String> mistakes() {
    return mistakes;
  }

  @Override
  public void start() {
    seen = sites.text();
    judged = seen;
    loop.start();
  }

  @Override
  public void stop() {
    loop.end();
  }

  @Override
  public boolean isRunning() {
    return loop.running();
  }

  private void turn() throws InterruptedException {
    look();
    loop.rest(every);
  }

  /// A text that changed since the last look may be half written: it is taken when the next look
  /// finds the same.
  void look() {
    String now;
    try {
      now = file.text();
    } catch (Mistake e) {
      judged = "";
      keep(e);
      return;
    }
    boolean still = now.equals(seen);
    seen = now;
    if (!still || now.equals(judged)) {
      return;
    }
    judged = now;
    try {
      take(file.read(now));
    } catch (Mistake e) {
      keep(e);
    }
  }

  private void take(Sites next) {
    var handover = staff.prepare(next);
    sites.replace(next);
    var changes = handover.take();
    mistakes = List.of();
    log.atInfo()
        .addKeyValue("file", file.file())
        .addKeyValue("sites", next.all().size())
        .addKeyValue("destinations", changes)
        .log("file of sites taken");
  }

  private void keep(Mistake e) {
    if (!e.sentences().equals(mistakes)) {
      e.sentences()
          .forEach(
              it ->
                  log.atWarn()
                      // the value stands in quotes of its own
                      .addKeyValue("mistake", it.replace('"', '\''))
                      .log("file of sites not taken; the sites stay as they were"));
    }
    mistakes = e.sentences();
  }
}
