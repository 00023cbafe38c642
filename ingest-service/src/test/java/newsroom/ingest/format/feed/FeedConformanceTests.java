package newsroom.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.feed.FeedAssertions.Assertion;
import newsroom.ingest.format.feed.FeedAssertions.Case;
import newsroom.ingest.format.feed.FeedAssertions.Field;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.DeclaredCharset;
import newsroom.ingest.wire.Wire;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Holds what we read of an entry against what the makers of other feed readers assert of their own
/// samples, where a collection of those lies beside the project, or where the system property
/// `newsroom.samples` says.
///
/// A title agrees when its visible text does; a link when it is the same address; an id when it is
/// the same, letter by letter; a date when it is the same instant; a summary and a content when
/// their visible text is the same without regard to blanks, and so are the addresses of links and
/// pictures in a text that we keep with its markup.
class FeedConformanceTests {

  private static final Path SAMPLES =
      Path.of(System.getProperty("newsroom.samples", "../../shared/samples"))
          .toAbsolutePath()
          .normalize();

  /// Where the tests of feedparser serve their samples.
  private static final String SERVER = "http://127.0.0.1:8097/";

  private final Feed feed = new Feed(new Xml(FormatLimits.usual()));
  private final Agency agency = Agency.unknown("coastal");
  private final Map<Field, int[]> tally = new EnumMap<>(Field.class);
  private final List<String> disagreements = new ArrayList<>();

  @Test
  void weReadEntriesAsOthersDo() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES.resolve("rss")), () -> "no wire samples at " + SAMPLES);
    var cases = 0;
    var elsewhere = 0;
    var agreed = 0;
    for (var file : files()) {
      var sample = FeedAssertions.of(file, SAMPLES.resolve("feed-expected"));
      if (sample.assertions().isEmpty()) {
        elsewhere++;
      } else {
        cases++;
        agreed += agrees(sample) ? 1 : 0;
      }
    }
    System.out.printf(
        "%d of %d cases agree; %d files assert nothing of these fields%n",
        agreed, cases, elsewhere);
    tally.forEach(
        (field, counts) -> System.out.printf("%-9s %4d of %4d%n", field, counts[0], counts[1]));
    disagreements.forEach(System.out::println);
    assertThat(agreed / (double) cases).isGreaterThanOrEqualTo(0.95);
  }

  private boolean agrees(Case sample) throws IOException {
    var before = disagreements.size();
    List<FeedCopy> entries = List.of();
    String reason = null;
    try {
      entries = entries(wire(sample));
    } catch (Unreadable e) {
      reason = e.getMessage();
    }
    for (var assertion : sample.assertions()) {
      var counts = tally.computeIfAbsent(assertion.field(), _ -> new int[2]);
      counts[1]++;
      var entry = assertion.entry() < entries.size() ? entries.get(assertion.entry()) : null;
      var wrong = entry == null ? "no such entry; " + reason : difference(entry, assertion, sample);
      if (wrong == null) {
        counts[0]++;
      } else {
        disagreements.add(
            sample.file().getFileName()
                + " "
                + assertion.field()
                + ": expected “"
                + assertion.value()
                + "”, "
                + wrong
                + " ("
                + reason(assertion)
                + ")");
      }
    }
    return disagreements.size() == before;
  }

  private static Wire wire(Case sample) throws IOException {
    var address = SERVER + SAMPLES.relativize(sample.file()).toString().replace(' ', '_');
    var located = sample.headers().get("Content-Location");
    return new Wire(
        "coastal",
        "feed",
        located == null ? address : URI.create(address).resolve(located).toString(),
        DeclaredCharset.in(sample.headers().get("Content-type")),
        Files.readAllBytes(sample.file()),
        AllFormats.RECEIVED);
  }

  private List<FeedCopy> entries(Wire wire) throws Unreadable {
    var opening = AllFormats.opening(wire);
    var kind =
        new Atom(feed).recognises(opening) ? Atom.kind(wire, agency) : Rss.kind(wire, agency);
    var elements =
        feed.pieces(Feed.text(wire, agency).text(), kind).stream().flatMap(Piece::stream).toList();
    if (elements.isEmpty()) {
      return List.of();
    }
    var reader = kind.reader(Piece.root(elements.getFirst()), elements);
    var entries = new ArrayList<FeedCopy>();
    for (var element : elements) {
      entries.add(Objects.requireNonNull(reader.read(element)));
    }
    return entries;
  }

  private static @Nullable String difference(FeedCopy entry, Assertion assertion, Case sample) {
    var content = entry.content();
    var times = entry.times();
    var value = assertion.value();
    return switch (assertion.field()) {
      case TITLE -> text(content.headlines().headline(), value.toString(), sample.plain());
      case LINK -> same(address(String.valueOf(entry.link())), address(value.toString()));
      case ID -> same(entry.guid(), value.toString().strip());
      case PUBLISHED -> same(times.firstCreated(), value);
      case UPDATED -> same(times.versionCreated(), value);
      case CREATED -> same(times.created(), value);
      case SUMMARY ->
          content.headlines().summary() == null
              ? body(entry, value.toString(), sample.plain())
              : text(content.headlines().summary(), value.toString(), sample.plain());
      case CONTENT -> body(entry, value.toString(), sample.plain());
    };
  }

  /// Why we disagree on purpose.
  private static String reason(Assertion assertion) {
    var value = assertion.value().toString();
    return switch (assertion.field()) {
      case ID -> "an id is never completed by the address that the feed was fetched from";
      case LINK -> "of several links the first is taken";
      case PUBLISHED, UPDATED, CREATED -> "of several dates the first is taken";
      case TITLE -> "markup that was escaped twice is markup";
      case SUMMARY, CONTENT ->
          value.matches("(?s).*<(svg|math)\\b.*")
              ? "drawings and formulas are taken out"
              : value.contains("script")
                  ? "scripts and comments are taken out as a browser finds them"
                  : value.contains("<q>")
                      ? "quotation marks of an empty quote"
                      : "what stands in a frame or in CDATA is no text in HTML";
    };
  }

  private static @Nullable String same(@Nullable Object ours, Object theirs) {
    return theirs.equals(ours) ? null : "we read “" + ours + "”";
  }

  /// Scheme and host in small letters.
  private static String address(String address) {
    var parts = address.split("(?<=[^/:]/)", 2);
    return parts[0].toLowerCase(Locale.ROOT) + (parts.length > 1 ? parts[1] : "");
  }

  private static @Nullable String text(@Nullable String ours, String theirs, boolean plain) {
    var bare = bare(ours == null ? "" : ours);
    var html = bare(Jsoup.parse(theirs).text());
    return bare.equals(html) || (plain && bare.equals(bare(theirs)))
        ? null
        : "we read “" + ours + "”";
  }

  private static @Nullable String body(FeedCopy entry, String theirs, boolean plain) {
    var ours = new Element("body");
    entry.content().body().forEach(block -> show(block, entry.content().pictures(), ours));
    var wrong = text(ours.text(), theirs, plain);
    if (wrong != null) {
      return wrong;
    }
    var expected = addresses(Jsoup.parse(theirs).body());
    var read = addresses(ours);
    return plain || read.containsAll(expected) ? null : "we read the addresses " + read;
  }

  /// The block as a page would show it.
  private static void show(Block block, List<Picture> pictures, Element page) {
    switch (block) {
      case Block.Paragraph(var markup) -> page.append("<p>" + markup + "</p>");
      case Block.Heading(_, var markup) -> page.append("<h2>" + markup + "</h2>");
      case Block.Quote(var lines, var by) ->
          page.append("<p>" + String.join("<br>", lines) + (by == null ? "" : by));
      case Block.Listing(_, var items) -> page.append("<p>" + String.join("<br>", items));
      case Block.Table(var caption, _, var rows) -> {
        page.append("<p>" + (caption == null ? "" : caption));
        rows.forEach(row -> page.append("<p>" + String.join(" ", row)));
      }
      case Block.Figure(var id) ->
          pictures.stream()
              .filter(picture -> picture.id().equals(id))
              .forEach(
                  picture ->
                      page.appendElement("img")
                          .attr("src", picture.renditions().getFirst().href()));
      case Block.Embed(var url, _) -> page.appendElement("iframe").attr("src", url);
      case Block.Promo(var label, var headline, var url) ->
          page.append("<p>" + label + headline)
              .appendElement("a")
              .attr("href", url == null ? "" : url);
    }
  }

  private static List<String> addresses(Element body) {
    return Stream.concat(
            body.select("a[href~=(?i)^https?:]").stream().map(a -> a.attr("href")),
            body.select("img[src~=(?i)^https?:]").stream().map(img -> img.attr("src")))
        .map(FeedConformanceTests::address)
        .toList();
  }

  private static String bare(String text) {
    return String.valueOf(Plain.text(text)).replaceAll("[\\s\\h]+", "");
  }

  private static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (var folder : List.of("rss", "atom", "feed-other")) {
      try (var all = Files.walk(SAMPLES.resolve(folder))) {
        all.filter(Files::isRegularFile).sorted().forEach(files::add);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return files;
  }
}
