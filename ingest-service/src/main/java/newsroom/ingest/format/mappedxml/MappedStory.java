package newsroom.ingest.format.mappedxml;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Embargo;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.WireDate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One story, read by its mapping.
final class MappedStory {

  private final Element story;
  private final Mapping mapping;
  private final Agency agency;

  MappedStory(Element story, Mapping mapping, Agency agency) {
    this.story = story;
    this.mapping = mapping;
    this.agency = agency;
  }

  Copy copy(Assembled.Origin origin, Instant received) throws Unreadable {
    var guid = text(Field.GUID);
    if (guid == null) {
      throw new Unreadable(
          "a story of the mapping '"
              + mapping.name()
              + "' has no guid, so nobody could know it again");
    }
    var pictures = pictures();
    var body = body(pictures);
    return new Assembled(
            origin,
            guid,
            lifecycle(received),
            new Copy.Handling(null, null, all(Field.SIGNALS), all(Field.REPLACES)),
            subjects(),
            rights(),
            new Assembled.Content(headlines(), pictures.all(), null, body))
        .copy();
  }

  private Copy.Lifecycle lifecycle(Instant received) {
    var first = date(Field.FIRST_CREATED);
    var created = date(Field.VERSION_CREATED);
    var dated = created == null ? first : created;
    var embargo =
        Embargo.of(text(Field.PUB_STATUS), text(Field.EMBARGOED), date(Field.EMBARGOED), agency);
    var status = truly(Field.CANCELED) ? Status.CANCELED : embargo.status();
    return new Copy.Lifecycle(
        Numbers.version(text(Field.VERSION)),
        dated == null ? received : dated,
        dated == null,
        first,
        status,
        change(status),
        embargo.until(),
        date(Field.EXPIRES),
        Numbers.urgency(text(Field.URGENCY)),
        null,
        text(Field.ED_NOTE));
  }

  private Change change(Status status) {
    if (status == Status.CANCELED) {
      return Change.KILL;
    }
    return truly(Field.CORRECTION) ? Change.CORRECTION : Change.NEW;
  }

  private Copy.Headlines headlines() {
    var headline = text(Field.HEADLINE);
    return new Copy.Headlines(
        headline == null ? "" : headline,
        text(Field.SUMMARY),
        text(Field.SLUGLINE),
        text(Field.BYLINE),
        text(Field.DATELINE),
        text(Field.GENRE),
        text(Field.LANGUAGE));
  }

  private Copy.Subjects subjects() {
    var located = text(Field.LOCATED);
    return new Copy.Subjects(
        located == null ? null : new Concept(null, located, null),
        all(Field.SUBJECTS).stream().map(this::subject).toList(),
        all(Field.PLACES).stream().map(place -> new Concept(null, place, null)).toList(),
        List.of(),
        List.of(),
        all(Field.KEYWORDS));
  }

  private Concept subject(String code) {
    var digits = mapping.subjectDigits();
    var whole =
        code.matches("\\d+") && code.length() < digits
            ? "0".repeat(digits - code.length()) + code
            : code;
    var scheme = mapping.subjectScheme();
    return scheme == null
        ? new Concept(null, whole, null)
        : new Concept(scheme + ":" + whole, whole, scheme);
  }

  private Copy.Rights rights() {
    return new Copy.Rights(
        text(Field.CREDITLINE),
        text(Field.COPYRIGHT_HOLDER),
        text(Field.COPYRIGHT_NOTICE),
        text(Field.USAGE_TERMS));
  }

  private Pictures pictures() {
    var pictures = new Pictures();
    for (var route : routes(Field.PICTURES)) {
      for (var element : route.elements(story)) {
        var href = first(Field.HREF, element);
        if (href != null) {
          var rendition = new Picture.Rendition("original", href, null, null, null);
          pictures.add(
              first(Field.CAPTION, element),
              first(Field.CREDIT, element),
              null,
              List.of(rendition),
              null);
        }
      }
    }
    return pictures;
  }

  /// Markup that stands there as elements, as escaped HTML, or plain text.
  private List<Block> body(Pictures pictures) {
    var blocks = new ArrayList<Block>();
    for (var route : routes(Field.BODY)) {
      for (var element : route.elements(story)) {
        var text = element.wholeText();
        if (!element.children().isEmpty()) {
          blocks.addAll(Blocks.ofTree(element, null, pictures));
        } else if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
          blocks.addAll(Blocks.ofHtml(text, null, pictures));
        } else {
          blocks.addAll(Blocks.ofText(text));
        }
      }
    }
    return blocks;
  }

  private @Nullable Instant date(Field field) {
    var text = text(field);
    var dates = mapping.dates();
    if (text == null || dates == null) {
      return WireDate.parse(text, agency.zone());
    }
    try {
      var local = LocalDateTime.parse(text, dates);
      return WireDate.plausible(local.atZone(agency.zone()).toInstant());
    } catch (DateTimeParseException e) {
      // some wires of a kind may be written the usual way
      return WireDate.parse(text, agency.zone());
    }
  }

  private boolean truly(Field field) {
    var text = text(field);
    return text != null && text.matches("(?i)true|yes|1|ja|y");
  }

  private @Nullable String text(Field field) {
    return first(field, story);
  }

  private @Nullable String first(Field field, Element from) {
    return routes(field).stream()
        .flatMap(route -> route.texts(from).stream())
        .map(Plain::ofMarkup)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<String> all(Field field) {
    return routes(field).stream()
        .flatMap(route -> route.texts(story).stream())
        .map(Plain::ofMarkup)
        .<String>mapMulti(
            (text, to) -> {
              if (text != null) {
                to.accept(text);
              }
            })
        .distinct()
        .toList();
  }

  private List<Route> routes(Field field) {
    return mapping.routes().getOrDefault(field, List.of());
  }
}
