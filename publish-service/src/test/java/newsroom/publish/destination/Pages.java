package newsroom.publish.destination;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.ArchiveAddresses;
import newsroom.publish.rendition.Lengths;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Candidate;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;

/// Pages about a lighthouse that is being moved, for tests of destinations.
public final class Pages {

  public static final Instant MADE = Instant.parse("2026-11-20T08:15:00Z");
  public static final Masthead.Section SECTION = new Masthead.Section("world", "World News");
  public static final Masthead MASTHEAD =
      new Masthead(
          "harbor",
          "Harbor Daily",
          URI.create("http://harbor.test/"),
          "en-US",
          ZoneOffset.UTC,
          "#1a4f8a",
          "News from the quay",
          List.of(SECTION, new Masthead.Section("news", "News")),
          Map.of(
              Candidate.Label.ADDITIONAL_REPORTING, "ADDITIONAL REPORTING",
              Candidate.Label.IN_CASE_YOU_MISSED_IT, "IN CASE YOU MISSED IT"),
          Lengths.WHOLE,
          new ArchiveAddresses(List.of("https://archive.harbor.test/")));

  private Pages() {}

  /// The uri of the story with this number.
  public static String uri(int number) {
    return "urn:newsroom:story:%032x".formatted(number);
  }

  /// A version of the story with this number; a later version has a headline of its own.
  public static Page page(int number, long version) {
    return new Page(
        story(number, version),
        URI.create("http://harbor.test/world/2026/11/20/lighthouse-%08x/".formatted(number)),
        SECTION,
        MADE.plusSeconds(60L + number),
        version == 1 ? null : MADE.plus(Duration.ofHours(version)),
        List.of());
  }

  /// What the site is told to show.
  public static Dispatch.Show show(int number, long version) {
    var page = page(number, version);
    return new Dispatch.Show("show-" + number + "-" + version, page, version == 1);
  }

  /// What the site is told to take down.
  public static Dispatch.TakeDown takeDown(int number, long version, boolean killed) {
    return new Dispatch.TakeDown(
        "down-" + number + "-" + version,
        uri(number),
        new Mark(version, MADE.plusSeconds(version), 0),
        page(number, version).address(),
        MADE.plus(Duration.ofDays(1)),
        killed);
  }

  private static Story story(int number, long version) {
    return new Story(
        uri(number),
        new Mark(version, MADE.plusSeconds(version), 0),
        new Story.Lifecycle(
            Story.Status.USABLE,
            version == 1 ? Story.Change.NEW : Story.Change.UPDATE,
            MADE,
            null,
            null,
            4,
            null,
            "Not for print: the keeper asked for a call back"),
        new Story.Headlines(
            "Lighthouse " + number + " moves inland, report " + version,
            "The tower travels on rails.",
            "lighthouse-move",
            "By Ida Fjord",
            "SKAGEN",
            null,
            "en-US"),
        new Story.Subjects(null, List.of(), List.of(), List.of(), List.of(), List.of("lighthouse")),
        new Story.Rights("Northwire", "Northwire", "© 2026 Northwire", null),
        List.of(),
        null,
        List.of(
            new Block.Paragraph("The tower moved <b>eight meters</b> before noon."),
            new Block.Paragraph("Report " + version + " & counting: “slow” <em>is</em> safe.")),
        List.of(),
        new Story.Origin("northwire", "lh-" + number, MADE.plusSeconds(2), Story.Filing.DATED));
  }
}
