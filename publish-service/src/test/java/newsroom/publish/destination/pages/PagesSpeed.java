package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.Events;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.pages.lists.Lists;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.atom.Atom;
import newsroom.publish.rendition.feed.Feeds;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.ninjs.Ninjs;
import newsroom.publish.rendition.sitemap.Sitemaps;
import newsroom.publish.site.Site;
import newsroom.publish.site.TestSites;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.transaction.support.TransactionTemplate;

/// Measures what one story more costs a site of pages that has many, on a real ledger: the time,
/// the memory and the pages of the database that front page, feeds and lists take. Run by hand,
/// with the numbers of stories to measure at: `PagesSpeed 1000 100000`. The first eleven hundred
/// are carried as any story is; the others are multiplied in the database, all of them of one
/// section, topic and day and, as a site has it that was just moved here, all of them of the last
/// two days.
public final class PagesSpeed {

  private static final int BATCH = 500;
  private static final int REAL = 1_100;
  private static final int MEASURED = 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Workbench bench;
  private final Recording line;
  private final Folder files;
  private final Renditions renditions;
  private final Masthead masthead;
  private final Listings listings;
  private final Lists lists;
  private int number;

  private PagesSpeed(Path folder, Workbench bench, Site site) {
    this.bench = bench;
    this.line = bench.at(Bench.NAME);
    this.masthead = site.masthead();
    this.files = new Folder(folder, masthead);
    var html = new Html();
    this.renditions = new Renditions(html, new Feeds(html), new Atom(html), new Ninjs(html));
    var transaction = bench.bean(TransactionTemplate.class);
    var desk = new Lists.Desk(bench.jdbc, transaction, bench.clock, html, new Sitemaps());
    this.lists = desk.of(new Lists.Site(Bench.NAME, masthead, line.shelf, files));
    var hub = new Hub(null, Passage.of(Map.of()));
    var around = new Listings.Surroundings(lists, hub);
    this.listings = new Listings(files, masthead, renditions, line.shelf, bench.clock, around);
  }

  public static void main(String[] arguments) throws IOException {
    LoggingSystem.get(PagesSpeed.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    var numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    var folder = Files.createTempDirectory("pages-speed");
    new Bench(java.time.Clock.systemUTC());
    var sites = TestSites.of(SITE);
    try (var bench = new Workbench(sites)) {
      var speed = new PagesSpeed(folder, bench, sites.all().getFirst());
      System.out.println("folder " + folder);
      for (int at : numbers) {
        speed.fill(at);
        speed.measure(at);
      }
    }
    System.exit(0);
  }

  private static final String SITE =
      """
      - site: harbor
        name: Harbor Daily
        address: http://harbor.test/
        sections:
          - {path: weather, name: Weather, subjects: [weather]}
          - {path: sport, name: Sport, subjects: [sport]}
          - {path: news, name: News}
        destinations: [{kind: recording, name: pages}]
      """;

  private void fill(int to) throws IOException {
    lists.turn();
    line.answer = this::carry;
    int real = Math.min(to, REAL);
    while (number < real) {
      var events = new Events[Math.min(BATCH, real - number)];
      for (int index = 0; index < events.length; index++) {
        events[index] = event(number + index);
      }
      number += events.length;
      live(events);
      bench.clock.advance(Duration.ofSeconds(1));
    }
    if (to > real) {
      bench.jdbc.execute(multiply(to - real));
      bench.jdbc.execute("analyze");
    }
    drain();
  }

  private static String multiply(int many) {
    return """
      do $$ declare many bigint := %d; begin
        create temporary table more as
          select n, 'urn:newsroom:story:f' || lpad(to_hex(n), 31, '0') as uri
          from generate_series(0, many - 1) n;
        insert into publish.story select (jsonb_populate_record(null::publish.story,
            to_jsonb(s) || jsonb_build_object('uri', m.uri))).*
          from more m, (select * from publish.story limit 1) s;
        insert into publish.delivery
          select (jsonb_populate_record(null::publish.delivery, to_jsonb(d) || jsonb_build_object(
            'uri', m.uri, 'first_live', d.first_live - interval '1 hour' - m.n * interval '1 second'))).*
          from more m, (select * from publish.delivery limit 1) d;
        insert into publish.list_card select c.destination, m.uri, c.card
          from more m, (select * from publish.list_card limit 1) c;
        insert into publish.list_entry
          select l.destination, l.list, l.next + m.n, m.uri,
            (select max(posted) from publish.list_entry) from more m, publish.list l
          where l.list in ('sitemap', 'section/weather', 'topic/weather', 'archive/2026/11/21');
        update publish.list set next = next + many, stories = stories + many
          where list in ('sitemap', 'section/weather', 'topic/weather', 'archive/2026/11/21');
        update publish.list set open = next / 30 - 1
          where list in ('section/weather', 'topic/weather', 'archive/2026/11/21');
      end $$
      """
        .formatted(many);
  }

  private void live(Events... events) {
    bench.enter(events);
    bench.carry(Bench.NAME);
    line.carried.clear();
    line.shown.clear();
  }

  private Transmission carry(Dispatch dispatch) {
    var page = ((Dispatch.Show) dispatch).page();
    var story = Objects.requireNonNull(files.of(page.address()));
    try {
      Files.createDirectories(story);
      var ninjs = renditions.ninjs().render(page, masthead).getBytes(UTF_8);
      files.write(story.resolve("story.json"), ninjs);
      files.write(story.resolve("index.html"), renditions.html().story(page, masthead));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Recording.accept(dispatch);
  }

  private static Events event(int number) {
    var subjects = List.of("weather", "sport", "harbor", "council", "ferry", "tunnel", "opera");
    return Events.story(number)
        .subject(subjects.get(number % subjects.size()))
        .text("and the skaters come ".repeat(100));
  }

  /// Turns until there is nothing to learn or to draw.
  private int drain() throws IOException {
    int turns = 0;
    while (busy()) {
      lists.turn();
      turns++;
    }
    return turns;
  }

  private boolean busy() {
    return Objects.requireNonNull(
        bench.jdbc.queryForObject(
            "select exists (select 1 from publish.list_change) or exists (select 1 from"
                + " publish.list_due)",
            Boolean.class));
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Milliseconds and kilobytes of each, and the pages of the database that all of them touched.
  @SuppressWarnings("ArrayRecordComponent") // filled in while it measures
  private record Cost(double[] millis, double[] kilobytes, long[] touched) {

    void print(String what) {
      Arrays.sort(millis);
      Arrays.sort(kilobytes);
      int middle = millis.length / 2;
      System.out.printf(
          "  %-12s p50 %7.2f ms  p95 %7.2f ms  %8.0f kB  %7d pages of the database%n",
          what,
          millis[middle],
          millis[millis.length * 95 / 100],
          kilobytes[middle],
          touched[0] / millis.length);
    }
  }

  private static Cost cost() {
    return new Cost(new double[MEASURED], new double[MEASURED], new long[1]);
  }

  private void take(Cost cost, int index, Work work) throws IOException {
    long touched = touched();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    work.run();
    cost.millis()[index] = (System.nanoTime() - start) / 1e6;
    cost.kilobytes()[index] = (threads.getCurrentThreadAllocatedBytes() - bytes) / 1024.0;
    cost.touched()[0] += touched() - touched;
  }

  private long touched() {
    bench.jdbc.execute("select pg_stat_force_next_flush()");
    return Objects.requireNonNull(
        bench.jdbc.queryForObject(
            "select sum(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read)"
                + " from pg_statio_user_tables where schemaname = 'publish'",
            Long.class));
  }

  private void measure(int at) throws IOException {
    System.out.println("at " + at + " stories, one more:");
    var carrying = cost();
    var front = cost();
    var deep = cost();
    var drawing = cost();
    for (int index = 0; index < MEASURED; index++) {
      bench.clock.advance(Duration.ofSeconds(1));
      take(carrying, index, () -> live(event(number++)));
      take(front, index, listings::write);
      bench.clock.advance(Duration.ofSeconds(20));
      take(deep, index, listings::write);
      take(drawing, index, this::drain);
    }
    carrying.print("its page");
    front.print("front, feeds");
    deep.print("the deep look");
    drawing.print("lists, maps");
  }
}
