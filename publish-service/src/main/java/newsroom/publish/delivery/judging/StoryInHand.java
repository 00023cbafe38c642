package newsroom.publish.delivery.judging;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import newsroom.publish.story.Telling;
import org.jspecify.annotations.Nullable;

/// A story as an integrator has it in hand: a line that `newsroom read` prints, an event of
/// `articles.enriched`, or ninjs of any version. Only what rules may ask is read.
final class StoryInHand {

  private static final String NOWHERE = "urn:newsroom:story:00000000000000000000000000000000";

  private final Fields fields;
  private final Clock clock;

  StoryInHand(Fields fields, Clock clock) {
    this.fields = fields;
    this.clock = clock;
  }

  /// The story.
  ///
  /// @param agency whose it is, where the story itself does not say
  Story read(@Nullable String agency) {
    if (fields.optional("spiked") != null) {
      throw new IllegalArgumentException(
          "this is no story but a reason why there is none: " + fields.text("reason", ""));
    }
    if (fields.optional("uri") == null && headlines().headline().isBlank()) {
      throw new IllegalArgumentException("this is no story: it has neither a uri nor a headline");
    }
    var version = Objects.requireNonNullElse(fields.number("version"), 1);
    var created = fields.time("versioncreated");
    var made = created == null ? clock.instant() : created;
    return new Story(
        fields.text("uri", NOWHERE),
        new Mark(version, made, 0),
        lifecycle(version),
        headlines(),
        subjects(),
        new Story.Rights(
            fields.optional("creditline", "by"),
            fields.optional("copyrightholder"),
            fields.optional("copyrightnotice"),
            fields.optional("usageterms")),
        List.of(),
        null,
        List.of(),
        List.of(),
        origin(agency));
  }

  private Story.Lifecycle lifecycle(int version) {
    var change = fields.text("change", version > 1 ? "UPDATE" : "NEW");
    return new Story.Lifecycle(
        word(Story.Status.class, "pubStatus", fields.text("pubstatus", "USABLE")),
        word(Story.Change.class, "change", change),
        fields.time("firstcreated"),
        fields.time("embargoeduntil", "embargoed"),
        fields.time("expires"),
        fields.number("urgency"),
        null,
        null);
  }

  private static <E extends Enum<E>> E word(Class<E> type, String name, String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    try {
      return Enum.valueOf(type, upper.equals("CANCELLED") ? "CANCELED" : upper);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + " must be one of " + List.of(type.getEnumConstants()) + ", not " + text, e);
    }
  }

  private Story.Headlines headlines() {
    var headlines = fields.each("headlines");
    var headline =
        headlines.isEmpty() ? fields.text("headline", "") : headlines.getFirst().text("value", "");
    var genres = fields.each("genres");
    return new Story.Headlines(
        headline,
        null,
        fields.optional("slugline"),
        null,
        null,
        genres.isEmpty() ? fields.optional("genre") : genres.getFirst().optional("name"),
        fields.text("language", "und"));
  }

  private Story.Subjects subjects() {
    return new Story.Subjects(
        null,
        Stream.concat(concepts("subjects", "subject").stream(), concepts("mediatopics").stream())
            .toList(),
        concepts("places", "place"),
        List.of(),
        List.of(),
        fields.words("keywords"));
  }

  private List<Concept> concepts(String... names) {
    return fields.each(names).stream()
        .map(
            it ->
                new Concept(
                    it.optional("code", "uri", "qcode", "literal"),
                    it.text("name", ""),
                    it.optional("scheme")))
        .toList();
  }

  private Story.Origin origin(@Nullable String agency) {
    var provenance = fields.each("provenance");
    var said = provenance.isEmpty() ? null : provenance.getFirst().optional("agency");
    var tellings =
        fields.each("tellings").stream()
            .map(
                it ->
                    new Telling(
                        it.text("uri", ""),
                        it.text("agency", ""),
                        1,
                        Objects.requireNonNullElse(it.time("firstlive"), clock.instant())))
            .toList();
    return new Story.Origin(
        said == null ? Objects.requireNonNullElse(agency, "unknown") : said,
        null,
        clock.instant(),
        new Story.Filing(false, null, List.of(), fields.optional("desk"), fields.optional("type")),
        tellings);
  }
}
