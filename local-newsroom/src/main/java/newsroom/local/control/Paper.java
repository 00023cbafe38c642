package newsroom.local.control;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Answers as people read them, no wider than a hundred columns but for addresses and reasons that
/// must not be cut.
final class Paper {

  private static final int WIDTH = 100;

  private final PrintStream out;
  private final DateTimeFormatter time;

  Paper(PrintStream out, ZoneId zone) {
    this.out = out;
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
  }

  void story(JsonNode story) {
    out.println(text(story, "headline", "(no headline)"));
    out.println(text(story, "uri", ""));
    out.printf(
        "%s of %s, version %s of %s, %s%n",
        text(story, "guid", "?"),
        text(story, "agency", "?"),
        version(story, "version", "revision"),
        time(story, "versionCreated"),
        text(story, "pubStatus", "").toLowerCase(Locale.ROOT));
    note(story, "embargoedUntil", "embargoed until");
    note(story, "expires", "expires");
    if (story.path("kill").isObject()) {
      out.printf("killed by its agency %s%n", time(story.path("kill"), "created"));
    }
    out.println();
    story.path("deliveries").forEach(this::place);
    out.printf("%nversions%n");
    story
        .path("versions")
        .forEach(
            it ->
                out.printf(
                    "  %-8s of %s  came %s  %s%n",
                    version(it, "version", "revision"),
                    time(it, "versionCreated"),
                    time(it, "arrived"),
                    text(it, "outcome", "")));
    if (!story.path("daybook").isEmpty()) {
      out.printf("%nby hand%n");
      story.path("daybook").forEach(this::line);
    }
  }

  private void note(JsonNode story, String field, String words) {
    if (!story.path(field).isNull() && story.has(field)) {
      out.printf("%s %s%n", words, time(story, field));
    }
  }

  private void line(JsonNode line) {
    out.printf(
        "  %s  %s  %s%s: %s%n",
        time(line, "at"),
        text(line, "by", "?"),
        text(line, "act", ""),
        line.path("site").isNull() ? "" : " at " + text(line, "site", ""),
        text(line, "why", ""));
  }

  /// One destination of a story.
  private void place(JsonNode delivery) {
    out.printf(
        "  %-10s  %-26s  %s%n",
        state(delivery), text(delivery, "destination", ""), whatIsLive(delivery));
    under(delivery);
    if (!delivery.path("url").isNull()) {
      out.printf("              %s%n", text(delivery, "url", ""));
    }
  }

  private String whatIsLive(JsonNode delivery) {
    return delivery.path("liveVersion").isNull()
        ? ""
        : "version "
            + version(delivery, "liveVersion", "liveRevision")
            + " live since "
            + time(delivery, "liveSince");
  }

  /// Why it stands so, and when something will happen.
  private void under(JsonNode delivery) {
    var words = new ArrayList<String>();
    if (!delivery.path("reason").isNull()) {
      words.add(text(delivery, "reason", ""));
    }
    if (delivery.path("attempts").asInt(0) > 0) {
      int tries = delivery.path("attempts").asInt();
      words.add(tries == 1 ? "one try" : tries + " tries");
    }
    // what is held says until when in its reason
    if (!delivery.path("nextTry").isNull()
        && !state(delivery).equals("leased")
        && !state(delivery).equals("held")) {
      words.add("next " + time(delivery, "nextTry"));
    }
    if (!words.isEmpty()) {
      out.printf("              %s%n", String.join("; ", words));
    }
  }

  void deliveries(JsonNode deliveries) {
    for (var delivery : deliveries) {
      out.printf(
          "%-10s  %-26s  %s%n",
          state(delivery),
          text(delivery, "destination", ""),
          cut(text(delivery, "headline", "(no headline)"), WIDTH - 40));
      out.printf("            %s%n", text(delivery, "uri", ""));
      under(delivery);
    }
    if (deliveries.isEmpty()) {
      out.println("none");
    }
  }

  void found(JsonNode stories) {
    stories.forEach(
        it ->
            out.printf(
                "%s  %s%n",
                text(it, "uri", ""), cut(text(it, "headline", "(no headline)"), WIDTH - 53)));
  }

  void sites(JsonNode sites) {
    for (var site : sites) {
      var counts = new ArrayList<String>();
      for (var count : site.path("stories").properties()) {
        counts.add(count.getValue().asString() + " " + word(count.getKey()));
      }
      out.printf("%s  %s%n", text(site, "site", ""), text(site, "address", ""));
      out.printf(
          "  %s%n",
          site.path("counted").isNull()
              ? "stories are not counted yet"
              : counts.isEmpty()
                  ? "no stories yet"
                  : String.join(", ", counts) + " (counted " + time(site, "counted") + ")");
      for (var one : site.path("destinations")) {
        out.printf(
            "  %-12s  %-26s  %s%n",
            word(text(one, "state", "")),
            text(one, "destination", ""),
            one.path("oldestDue").isNull() ? "" : "oldest waits since " + time(one, "oldestDue"));
        if (!one.path("reason").isNull()) {
          out.printf("                %s%n", text(one, "reason", ""));
        }
      }
    }
  }

  void answer(JsonNode answer) {
    for (var destination : answer.path("changed")) {
      out.printf("%-10s  %s%n", text(answer, "act", ""), destination.asString());
    }
    for (var left : answer.path("left")) {
      out.printf(
          "%-10s  %-26s  %s: %s%n",
          "left",
          text(left, "destination", ""),
          word(text(left, "state", "")),
          text(left, "why", ""));
    }
    out.printf("line %s of the daybook%n", answer.path("line").asString());
  }

  void many(JsonNode answer) {
    out.printf(
        "%s: %s deliveries (%s), line %s of the daybook%n",
        text(answer, "act", ""),
        answer.path("deliveries").asString(),
        text(answer, "chosen", ""),
        answer.path("line").asString());
  }

  void due(JsonNode answer) {
    out.printf(
        "%s is enabled; %s deliveries leave now%n",
        text(answer, "destination", ""), answer.path("due").asString());
  }

  private static String state(JsonNode delivery) {
    return word(text(delivery, "state", ""));
  }

  private static String word(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// `3`, or `3.1` once its links were renewed.
  private static String version(JsonNode node, String version, String revision) {
    int renewed = node.path(revision).asInt(0);
    return node.path(version).asString("") + (renewed == 0 ? "" : "." + renewed);
  }

  private String time(JsonNode node, String field) {
    var text = node.path(field).asString("");
    return text.isEmpty() ? "?" : time.format(Instant.parse(text));
  }

  /// Words of others are no commands to a terminal.
  private static String text(JsonNode node, String field, String otherwise) {
    var text = node.path(field).isNull() ? "" : node.path(field).asString("");
    return text.isEmpty() ? otherwise : text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
