package newsroom.publish.rendition;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import newsroom.publish.story.Block;
import newsroom.publish.story.Candidate;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A made-up story with everything that a story may have, on a made-up site.
public final class Fiction {

  public static final Masthead.Section WORLD = new Masthead.Section("world", "World News");
  public static final Masthead.Section SPORTS = new Masthead.Section("sports", "Sports");
  public static final Instant POSTED = Instant.parse("2026-11-22T20:05:00Z");
  public static final String URI_OF_IT = "urn:newsroom:story:00112233445566778899aabbccddeeff";
  public static final Masthead SITE = site(URI.create("https://news.example.com/"));

  private Fiction() {}

  /// The site at another address.
  public static Masthead site(URI address) {
    return new Masthead(
        "national",
        "The National Desk",
        address,
        "en-US",
        ZoneId.of("America/New_York"),
        "#0b5fae",
        "News from sixty stations",
        List.of(WORLD, new Masthead.Section("us-news", "U.S. News"), SPORTS),
        Map.of(
            Candidate.Label.ADDITIONAL_REPORTING, "ADDITIONAL REPORTING",
            Candidate.Label.IN_CASE_YOU_MISSED_IT, "IN CASE YOU MISSED IT"));
  }

  /// The story as the site shows it.
  public static Page page() {
    return page(story());
  }

  public static Page page(Story story) {
    return new Page(
        story,
        URI.create("https://news.example.com/world/2026/11/22/island-ferry-returns"),
        WORLD,
        POSTED,
        POSTED.plusSeconds(3_900),
        List.of(
            new Page.Promo(
                "ADDITIONAL REPORTING",
                "Engineers question the island's new pier",
                URI.create("https://news.example.com/world/2026/11/21/pier"),
                1),
            new Page.Promo(
                "IN CASE YOU MISSED IT",
                "How Marrow Island lived 40 days without a ship",
                URI.create("https://news.example.com/world/2026/11/19/forty-days"),
                4)));
  }

  /// A short story.
  public static Page brief(int number, Masthead.Section section, Instant posted, int urgency) {
    Story whole = story();
    Story.Headlines headlines = headlines("Brief number " + number, "Summary " + number);
    Story story =
        new Story(
            "urn:newsroom:story:%032x".formatted(number),
            new Mark(1, posted, 0),
            new Story.Lifecycle(
                Story.Status.USABLE, Story.Change.NEW, posted, null, null, urgency, null, null),
            headlines,
            whole.subjects(),
            whole.rights(),
            List.of(),
            null,
            List.of(new Block.Paragraph("The text of number " + number + ".")),
            List.of(),
            whole.origin());
    String path = section.path() + "/2026/11/22/brief-" + number;
    return new Page(story, SITE.address().resolve(path), section, posted, null, List.of());
  }

  public static Story story() {
    return new Story(
        URI_OF_IT,
        new Mark(3, Instant.parse("2026-11-22T21:05:00Z"), 1),
        new Story.Lifecycle(
            Story.Status.USABLE,
            Story.Change.CORRECTION,
            Instant.parse("2026-11-22T19:50:00Z"),
            null,
            null,
            2,
            "An earlier version misstated the number of passengers.",
            "EDS: hold the name of the captain"),
        headlines(
            "First ferry in 40 days reaches Marrow Island",
            "Two hundred islanders waited on the pier through the night."),
        new Story.Subjects(
            new Concept(null, "Marrow Island", null),
            List.of(new Concept("medtop:20000523", "transport", "medtop")),
            List.of(new Concept("iso3166-1a2:XX", "Marrowland", "country")),
            List.of(new Concept(null, "Tove Lund", null)),
            List.of(new Concept("https://orgs.example.com/1", "Marrow Ferries", null)),
            List.of("ferry")),
        new Story.Rights(
            "Northwire", "Northwire", "© 2026 Northwire. All rights reserved.", "Not for resale."),
        List.of(picture("lead", "The ferry Aurora at the pier"), picture("second", null)),
        "lead",
        body(),
        List.of(),
        new Story.Origin("northwire", "ferry-1", POSTED, Story.Filing.DATED));
  }

  private static Story.Headlines headlines(String headline, String summary) {
    return new Story.Headlines(
        headline,
        summary,
        "ferry-returns",
        "Tove Lund and Per Aas",
        "MARROW ISLAND (Northwire)",
        "Actuality",
        "en-US");
  }

  private static Picture picture(String id, @Nullable String caption) {
    String base = "https://pictures.example.com/" + id;
    return new Picture(
        id,
        caption,
        "Ida Berg/Northwire",
        "A white ferry beside a wooden pier",
        List.of(
            new Picture.Rendition("original", base + "-1600.jpg", "image/jpeg", 1600, 900),
            new Picture.Rendition("baseimage", base + "-800.jpg", "image/jpeg", 800, 450)));
  }

  private static List<Block> body() {
    return List.of(
        new Block.Paragraph("The <em>Aurora</em> came in at dawn, R&amp;R crews aboard."),
        new Block.Paragraph("“We saw the lights first,” said Tove Lund, who keeps the harbor."),
        new Block.Heading(2, "Forty days"),
        new Block.Paragraph(
            "The <a href=\"https://ferries.example.com/plan\">timetable</a> has three trips a day."),
        new Block.Quote(List.of("Nobody here will forget it."), "Per Aas, baker"),
        new Block.Listing(false, List.of("Bread", "Mail", "<b>Diesel</b>")),
        new Block.Listing(true, List.of("Islanders", "Cars")),
        new Block.Table(
            "Trips a day",
            true,
            List.of(List.of("Month", "Trips"), List.of("November", "3"), List.of("December", "5"))),
        new Block.Figure("second"),
        new Block.Embed("https://www.video.example.com/watch?v=1", "Video: the landing"),
        new Block.Promo("READ MORE", "The ferry's own page", "https://ferries.example.com/"),
        new Block.Paragraph("The next ship is due on Monday."));
  }
}
