package newsroom.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.atom.Atom;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.feed.Feeds;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.iptc7901.Iptc7901;
import newsroom.publish.rendition.newsmlg2.NewsMlG2;
import newsroom.publish.rendition.ninjs.Ninjs;
import newsroom.publish.rendition.ninjs.NinjsFile;
import newsroom.publish.rendition.ninjs.NinjsVersion;
import newsroom.publish.rendition.nitf.Nitf;
import newsroom.publish.story.Candidate;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// What publish writes for partners, ingest reads back as the same story.
class RoundTripTests {

  private static final String URI_OF_IT = "urn:newsroom:story:00112233445566778899aabbccddeeff";
  private static final Instant MADE = Instant.parse("2026-11-22T21:05:00Z");
  private static final Instant BEGUN = Instant.parse("2026-11-22T19:50:00Z");
  private static final Masthead SITE =
      new Masthead(
          "harbor",
          "Harbor Daily",
          URI.create("https://harbor.test/"),
          "en-US",
          ZoneOffset.UTC,
          "#1a4f8a",
          "",
          List.of(new Masthead.Section("world", "World")),
          Map.of(
              Candidate.Label.ADDITIONAL_REPORTING, "ADDITIONAL REPORTING",
              Candidate.Label.IN_CASE_YOU_MISSED_IT, "IN CASE YOU MISSED IT"));

  private static AnnotationConfigApplicationContext ingest;

  @Configuration
  @ComponentScan("newsroom.ingest.format")
  static class Room {}

  @BeforeAll
  static void open() {
    ingest = new AnnotationConfigApplicationContext();
    ingest.registerBean(Agencies.class, Agencies::new);
    ingest.register(Room.class);
    ingest.refresh();
  }

  @AfterAll
  static void close() {
    ingest.close();
  }

  private static Story story() {
    return new Story(
        URI_OF_IT,
        new Mark(3, MADE, 0),
        new Story.Lifecycle(
            Story.Status.USABLE,
            Story.Change.CORRECTION,
            BEGUN,
            MADE,
            MADE.plus(30, ChronoUnit.DAYS),
            2,
            "An earlier version misstated the number of passengers.",
            "Hold the name of the captain"),
        new Story.Headlines(
            "First ferry in 40 days reaches Marrow Island as R&D crews cheer",
            "Two hundred islanders waited on the pier through the night.",
            "ferry-returns",
            "Tove Lund",
            "MARROW ISLAND",
            "Actuality",
            "en-US"),
        new Story.Subjects(
            new newsroom.publish.story.Concept(null, "Marrow Island", null),
            List.of(concept("medtop:20000523", "transport"), concept("coastal:f1", "ferries")),
            List.of(concept("iso3166-1a2:XX", "Marrowland")),
            List.of(concept(null, "Tove Lund")),
            List.of(concept(null, "Marrow Ferries")),
            List.of("ferry", "island")),
        new Story.Rights("Northwire", "Northwire AS", "© 2026 Northwire", "Not for resale."),
        List.of(),
        null,
        List.of(
            new newsroom.publish.story.Block.Paragraph(
                "The <em>Aurora</em> came in at dawn, <b>R&amp;R</b> crews aboard, and the whole of"
                    + " the island stood on the pier to see it land."),
            new newsroom.publish.story.Block.Heading(2, "Forty days"),
            new newsroom.publish.story.Block.Paragraph(
                "The <a href=\"https://ferries.example.com/plan?a=1&amp;b=2\">timetable</a> has"
                    + " three trips a day; water is H<sub>2</sub>O."),
            new newsroom.publish.story.Block.Quote(
                List.of("Nobody here will forget it."), "Per Aas, baker"),
            new newsroom.publish.story.Block.Listing(false, List.of("Bread", "Mail")),
            new newsroom.publish.story.Block.Table(
                null, true, List.of(List.of("Month", "Trips"), List.of("November", "3"))),
            new newsroom.publish.story.Block.Promo(
                "READ MORE", "The ferry's own page", "https://ferries.example.com/"),
            new newsroom.publish.story.Block.Paragraph("The next ship is due on Monday.")),
        List.of(),
        new Story.Origin("northwire", "ferry-1", MADE, Story.Filing.DATED));
  }

  private static newsroom.publish.story.Concept concept(
      @org.jspecify.annotations.Nullable String code, String name) {
    return new newsroom.publish.story.Concept(code, name, null);
  }

  private static Page page() {
    return new Page(
        story(),
        URI.create("https://harbor.test/world/ferry/"),
        SITE.sections().getFirst(),
        MADE,
        null,
        List.of());
  }

  private static Copy copy(byte[] bytes) {
    var wire = new Wire("partner", "http", null, null, bytes, MADE.plusSeconds(60));
    try {
      var readings = ingest.getBean(Formats.class).read(wire);
      assertThat(readings).hasSize(1);
      return ((Format.Reading.Read) readings.getFirst()).copy();
    } catch (Unreadable e) {
      throw new AssertionError(new String(bytes, UTF_8), e);
    }
  }

  private static Copy shown(Rendition rendition) {
    return copy(rendition.show(new Edition(page(), SITE)));
  }

  private static Copy takenDown(Rendition rendition) {
    return copy(
        rendition.takeDown(
            new Removal(
                URI_OF_IT,
                new Mark(4, MADE.plusSeconds(600), 0),
                page().address(),
                MADE.plusSeconds(600),
                true,
                SITE,
                8)));
  }

  /// The words of each block, in their order.
  private static List<String> words(List<Block> body) {
    var words = new ArrayList<String>();
    for (var block : body) {
      switch (block) {
        case Block.Paragraph(var markup) -> words.add(plain(markup));
        case Block.Heading(var _, var markup) -> words.add(plain(markup));
        case Block.Quote(var said, var by) -> {
          said.forEach(it -> words.add(plain(it)));
          words.add(String.valueOf(by));
        }
        case Block.Listing(var _, var items) -> items.forEach(it -> words.add(plain(it)));
        case Block.Table table ->
            table.rows().forEach(row -> row.forEach(it -> words.add(plain(it))));
        case Block.Figure figure -> words.add(figure.toString());
        case Block.Embed embed -> words.add(embed.url());
        case Block.Promo(var label, var headline, var url) ->
            words.add(label + " " + headline + " " + url);
      }
    }
    return words;
  }

  private static String plain(String markup) {
    return Jsoup.parseBodyFragment(markup).text();
  }

  private static final List<String> WORDS =
      List.of(
          "The Aurora came in at dawn, R&R crews aboard, and the whole of the island stood on the"
              + " pier to see it land.",
          "Forty days",
          "The timetable has three trips a day; water is H2O.",
          "Nobody here will forget it.",
          "Per Aas, baker",
          "Bread",
          "Mail",
          "Month",
          "Trips",
          "November",
          "3",
          "READ MORE The ferry's own page https://ferries.example.com/",
          "The next ship is due on Monday.");

  private static void assertLinesAndRights(Copy copy) {
    assertThat(copy.headlines().headline()).isEqualTo(story().headlines().headline());
    assertThat(copy.headlines().summary()).isEqualTo(story().headlines().summary());
    assertThat(copy.headlines().slugline()).isEqualTo("ferry-returns");
    assertThat(copy.headlines().byline()).isEqualTo("Tove Lund");
    assertThat(copy.headlines().language()).isEqualTo("en-US");
    assertThat(copy.rights().copyrightHolder()).isEqualTo("Northwire AS");
    assertThat(copy.rights().usageTerms()).isEqualTo("Not for resale.");
  }

  private static void assertLife(Copy copy) {
    assertThat(copy.guid()).isEqualTo(URI_OF_IT);
    assertThat(copy.lifecycle().version()).isEqualTo(3);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(MADE);
    assertThat(copy.lifecycle().status()).isEqualTo(Copy.Status.USABLE);
    assertThat(copy.lifecycle().embargoedUntil()).isEqualTo(MADE);
    assertThat(copy.lifecycle().expires()).isEqualTo(MADE.plus(30, ChronoUnit.DAYS));
    assertThat(copy.lifecycle().urgency()).isEqualTo(2);
  }

  private static void assertKill(Copy copy) {
    assertThat(copy.guid()).isEqualTo(URI_OF_IT);
    assertThat(copy.lifecycle().status()).isEqualTo(Copy.Status.CANCELED);
    assertThat(copy.lifecycle().version()).isEqualTo(4);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(MADE.plusSeconds(600));
    assertThat(copy.body()).isEmpty();
  }

  private static List<String> names(List<Concept> concepts) {
    return concepts.stream().map(Concept::name).toList();
  }

  @Test
  void newsMlG2() {
    // When
    var copy = shown(new NewsMlG2());

    // Then
    assertLife(copy);
    assertLinesAndRights(copy);
    assertThat(copy.headlines().dateline()).isEqualTo("MARROW ISLAND");
    assertThat(copy.headlines().genre()).isEqualTo("Actuality");
    assertThat(copy.rights().creditline()).isEqualTo("Northwire");
    assertThat(copy.rights().copyrightNotice()).isEqualTo("© 2026 Northwire");
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(BEGUN);
    assertThat(copy.lifecycle().change()).isEqualTo(Copy.Change.CORRECTION);
    assertThat(copy.lifecycle().correctionNote()).startsWith("An earlier version misstated");
    assertThat(copy.lifecycle().edNote()).isEqualTo("Hold the name of the captain");
    assertThat(copy.subjects().subjects())
        .extracting(Concept::code)
        .containsExactly("medtop:20000523", "coastal:f1");
    assertThat(names(copy.subjects().places())).containsExactly("Marrowland");
    assertThat(names(copy.subjects().people())).containsExactly("Tove Lund");
    assertThat(names(copy.subjects().organisations())).containsExactly("Marrow Ferries");
    assertThat(copy.subjects().keywords()).containsExactly("ferry", "island");
    assertThat(words(copy.body())).isEqualTo(WORDS);
    assertKill(takenDown(new NewsMlG2()));
  }

  @Test
  void nitf() {
    // When
    var copy = shown(new Nitf());

    // Then
    assertLife(copy);
    assertLinesAndRights(copy);
    assertThat(copy.headlines().dateline()).isEqualTo("MARROW ISLAND");
    assertThat(copy.headlines().genre()).isEqualTo("Actuality");
    assertThat(copy.rights().creditline()).isEqualTo("Northwire");
    assertThat(copy.lifecycle().change()).isEqualTo(Copy.Change.CORRECTION);
    assertThat(copy.lifecycle().correctionNote()).startsWith("An earlier version misstated");
    assertThat(copy.lifecycle().edNote()).isEqualTo("Hold the name of the captain");
    assertThat(names(copy.subjects().subjects())).containsExactly("transport", "ferries");
    assertThat(names(copy.subjects().places())).containsExactly("Marrowland");
    assertThat(copy.subjects().keywords()).containsExactly("ferry", "island");
    assertThat(words(copy.body())).isEqualTo(WORDS);
    assertKill(takenDown(new Nitf()));
  }

  @ParameterizedTest
  @EnumSource
  void ninjs(NinjsVersion version) {
    // Given
    var rendition = new NinjsFile(new Ninjs(new Html()), version);

    // When
    var copy = shown(rendition);

    // Then
    assertLife(copy);
    assertLinesAndRights(copy);
    assertThat(copy.lifecycle().firstCreated()).isEqualTo(BEGUN);
    assertThat(names(copy.subjects().subjects())).containsExactly("transport", "ferries");
    assertThat(String.join("\n", words(copy.body())))
        .containsSubsequence(WORDS.stream().filter(it -> !it.startsWith("Per")).toList());
    assertKill(takenDown(rendition));
  }

  @Test
  void atom() {
    // When
    var copy = shown(new Atom(new Html()));

    // Then
    assertThat(copy.guid()).isEqualTo(URI_OF_IT);
    assertThat(copy.headlines().headline()).isEqualTo(story().headlines().headline());
    assertThat(copy.headlines().byline()).isEqualTo("Tove Lund");
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(MADE);
    assertThat(names(copy.subjects().subjects())).contains("transport", "ferries");
    assertThat(copy.rights().copyrightNotice()).isEqualTo("© 2026 Northwire");
    assertThat(String.join("\n", words(copy.body())))
        .containsSubsequence(WORDS.stream().filter(it -> !it.startsWith("Per")).toList());
    var kill = takenDown(new Atom(new Html()));
    assertThat(kill.guid()).isEqualTo(URI_OF_IT);
    assertThat(kill.lifecycle().status()).isEqualTo(Copy.Status.CANCELED);
  }

  @Test
  void rss() {
    // When
    var copy = copy(new Feeds(new Html()).rss(Feeds.Source.of(SITE), List.of(page()), SITE));

    // Then
    assertThat(copy.guid()).isEqualTo(URI_OF_IT);
    assertThat(copy.headlines().headline()).isEqualTo(story().headlines().headline());
    assertThat(copy.headlines().byline()).isEqualTo("Tove Lund");
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(MADE);
    assertThat(names(copy.subjects().subjects())).contains("transport", "ferries");
    assertThat(String.join("\n", words(copy.body())))
        .containsSubsequence(WORDS.stream().filter(it -> !it.startsWith("Per")).toList());
  }

  /// The format has no field for most of it; what is said in words is read back as words.
  @Test
  void iptc7901() {
    // Given
    var known = ingest.getBeansOfType(Format.class).values().stream().map(Format::name);
    assumeTrue(known.anyMatch("iptc7901"::equals), "ingest does not read IPTC 7901");

    // When
    var copy = shown(new Iptc7901());

    // Then
    assertThat(copy.headlines().headline()).isEqualTo(story().headlines().headline());
    assertThat(copy.headlines().byline()).isEqualTo("Tove Lund");
    assertThat(copy.lifecycle().version()).isEqualTo(3);
    assertThat(copy.lifecycle().versionCreated()).isEqualTo(MADE);
    assertThat(copy.lifecycle().urgency()).isEqualTo(2);
    assertThat(copy.lifecycle().edNote()).isEqualTo("Hold the name of the captain");
    assertThat(copy.handling().signals()).contains("CORRECTION");
    assertThat(String.join("\n", words(copy.body())))
        .containsSubsequence("The Aurora came in at dawn", "Forty days", "Bread", "due on Monday.");
  }
}
