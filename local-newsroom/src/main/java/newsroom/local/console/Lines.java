package newsroom.local.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import newsroom.local.console.Line.Verb;
import newsroom.schema.Article;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.Outcome;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;

/// What the events say, in lines. A last word is said again and again while sites settle; each of
/// its facts is told once.
final class Lines {

  private static final int HEADLINE_WIDTH = 72;

  private final DateTimeFormatter time;
  private final Recent<String> headlines = new Recent<>();
  private final Recent<String> told = new Recent<>();

  Lines(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
  }

  List<Line> of(Drafted event) {
    var article = event.getArticle();
    remember(article);
    var lines = new ArrayList<Line>();
    lines.add(
        line(
            Verb.DRAFTED,
            event.getUri(),
            version(event.getVersion()) + kind(article) + headline(event.getUri())));
    var embargo = article.getEmbargoedUntil();
    if (embargo != null && embargo.isAfter(event.getDrafted())) {
      lines.add(
          line(
              Verb.HELD,
              event.getUri(),
              "until " + time.format(embargo) + "  " + headline(event.getUri())));
    }
    if (article.getPubStatus() == PubStatus.WITHHELD) {
      lines.add(
          line(
              Verb.HELD,
              event.getUri(),
              "withheld by " + agency(article) + "  " + headline(event.getUri())));
    }
    return lines;
  }

  List<Line> of(Enriched event) {
    remember(event.getArticle());
    if (event.getArticle().getPubStatus() != PubStatus.USABLE) {
      return List.of();
    }
    int links = event.getRelated().size();
    var with =
        links == 0
            ? "no related story"
            : links == 1 ? "1 related story" : links + " related stories";
    return List.of(
        line(Verb.ENRICHED, event.getUri(), headline(event.getUri()) + "  with " + with));
  }

  List<Line> of(Published event) {
    var article = event.getArticle();
    if (article != null) {
      remember(article);
    }
    if (event.getState() != StoryState.LIVE) {
      var verb = event.getState() == StoryState.KILLED ? Verb.KILLED : Verb.WITHDRAWN;
      return once(
          event.getUri(),
          verb + " " + event.getVersion(),
          line(verb, event.getUri(), headline(event.getUri())));
    }
    return event.getOutcomes().stream().flatMap(outcome -> of(event, outcome).stream()).toList();
  }

  private List<Line> of(Published event, Outcome outcome) {
    var headline = headline(event.getUri());
    var place = outcome.getSite() + "/" + outcome.getDestination();
    var reason = place + ": " + Objects.requireNonNullElse(outcome.getReason(), "no reason given");
    return switch (outcome.getState()) {
      case LIVE -> live(event, outcome);
      case HELD ->
          once(event.getUri(), reason, line(Verb.HELD, event.getUri(), headline + "  " + reason));
      case PARKED ->
          once(event.getUri(), reason, line(Verb.PARKED, event.getUri(), headline + "  " + reason));
      case DUE, REFUSED, TAKEN_DOWN -> List.of();
    };
  }

  /// A destination without an address, as a webhook, has nothing to look at.
  private List<Line> live(Published event, Outcome outcome) {
    var url = outcome.getUrl();
    if (url == null) {
      return List.of();
    }
    var line = line(verb(event), event.getUri(), headline(event.getUri()) + "  " + url);
    return once(event.getUri(), url + " " + outcome.getLiveVersion(), line);
  }

  private static Verb verb(Published event) {
    var article = event.getArticle();
    if (article == null || event.getVersion() == 1) {
      return Verb.LIVE;
    }
    return switch (article.getChange()) {
      case CORRECTION -> Verb.CORRECTED;
      case UPDATE -> Verb.UPDATED;
      case NEW, KILL -> Verb.LIVE;
    };
  }

  private List<Line> once(CharSequence uri, String fact, Line line) {
    return told.put(uri + " " + fact, fact) == null ? List.of(line) : List.of();
  }

  private static Line line(Verb verb, CharSequence uri, String text) {
    return new Line(verb, uri.toString(), text);
  }

  private void remember(Article article) {
    headlines.put(article.getUri().toString(), shortened(article.getHeadline().toString()));
  }

  private String headline(CharSequence uri) {
    return Objects.requireNonNullElse(headlines.get(uri.toString()), uri.toString());
  }

  private static String version(long version) {
    return "v" + version + "  ";
  }

  private static String kind(Article article) {
    return switch (article.getChange()) {
      case NEW -> "";
      case UPDATE -> "(update)  ";
      case CORRECTION -> "(correction)  ";
      case KILL -> "(kill)  ";
    };
  }

  private static CharSequence agency(Article article) {
    return article.getProvenance().getAgency();
  }

  private static String shortened(String headline) {
    return headline.length() <= HEADLINE_WIDTH
        ? headline
        : headline.substring(0, HEADLINE_WIDTH - 1).stripTrailing() + "…";
  }
}
