package newsroom.ingest.format.anpa1312;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Guids;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.teletype.Dateline;
import newsroom.ingest.format.teletype.Message;
import org.jspecify.annotations.Nullable;

/// Reads one message.
///
/// The format has no identifier, but a story keeps its slug: what has the slug of another message
/// of the same day is the same story, whatever its number, its service and its cycle. Its lead says
/// which version it is: the story itself is the first, its first lead the second. A piece that
/// continues a story under its slug (`1st Add`) is a story of its own that goes on from it.
final class Take {

  private final Header header;
  private final Message message;
  private final Text text;
  private final TimeOfFiling filed;
  private final Dateline dateline;
  private final Instant received;

  Take(Header header, Message message, Instant received, Agency agency) {
    this.header = header;
    this.message = message;
    this.received = received;
    var inHead = Math.max(0, 2 - message.head().size());
    var lines = message.text().subList(inHead, message.text().size());
    this.text = new Text(lines, header.keyword());
    this.filed = TimeOfFiling.of(Objects.requireNonNullElse(message.filed(), ""), agency.zone());
    this.dateline = Dateline.of(text.beginning());
  }

  Copy copy(String format) throws Unreadable {
    return new Assembled(
            new Assembled.Origin(format, message.charset()),
            guid(text.slug().part()),
            lifecycle(),
            new Copy.Handling("text", null, signals(), replaces()),
            new Copy.Subjects(null, subjects(), List.of(), List.of(), List.of(), List.of()),
            new Copy.Rights(Plain.first(dateline.credit(), text.signature()), null, null, null),
            new Assembled.Content(headlines(), List.of(), null, text.blocks()))
        .copy();
  }

  private Copy.Headlines headlines() {
    return new Copy.Headlines(
        Objects.requireNonNullElse(text.headline(), ""),
        text.summary(),
        Plain.text(text.slug().name()),
        text.byline(),
        dateline.place(),
        null,
        null);
  }

  private Copy.Lifecycle lifecycle() {
    var at = filed.at();
    return new Copy.Lifecycle(
        1L + lead(),
        at == null ? received : at,
        at == null,
        null,
        Copy.Status.USABLE,
        Copy.Change.NEW,
        null,
        null,
        header.urgency(),
        null,
        text.note());
  }

  private int lead() {
    return Math.max(text.slug().lead(), header.keyword().lead());
  }

  private String guid(@Nullable String part) {
    var day = filed.day() == null ? header.day() : filed.day();
    return text.slug().key().isEmpty()
        ? Guids.of("anpa1312", header.service(), header.number(), day)
        : Guids.of("anpa1312", text.slug().key(), part, day);
  }

  private List<String> replaces() {
    return text.slug().part() == null ? List.of() : List.of(guid(null));
  }

  private List<Concept> subjects() {
    var subjects = new ArrayList<Concept>();
    subjects.add(new Concept(header.category(), header.category(), "anpa-category"));
    var section = text.slug().section();
    if (section != null) {
      subjects.add(new Concept(section, section, "anpa-slug"));
    }
    return List.copyOf(subjects);
  }

  private List<String> signals() {
    var version = Plain.first(text.slug().version(), header.keyword().version());
    return version == null ? List.of() : List.of(version);
  }
}
