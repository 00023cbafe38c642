package newsroom.ingest.format.iptc7901;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
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
/// The format has no identifier. A message is what its service, number and day say, since services
/// number their messages anew each day; where they are numbered with noughts only, its keywords and
/// headline with the minute. A message that calls itself the second lead of a story is a version of
/// that story: then service, category, keywords, place and day say which, the same for all its
/// leads, and the lead's number counts the versions.
final class Take {

  private static final Pattern LEAD =
      Pattern.compile("(?i)(?:(\\d{1,2})(?:st|nd|rd|th)?\\h*)?\\blead\\b.*");
  private static final int LONGEST_LINE = 400;

  private final Header header;
  private final Message message;
  private final HeadLines above;
  private final EditorsPart parted;
  private final TimeOfFiling filed;
  private final Instant received;

  Take(Header header, Message message, Instant received, Agency agency) {
    this.header = header;
    this.message = message;
    this.received = received;
    this.above = HeadLines.of(message.text(), message.started());
    var text = message.text();
    this.parted = EditorsPart.of(text.subList(Math.min(above.length(), text.size()), text.size()));
    this.filed =
        TimeOfFiling.of(Objects.requireNonNullElse(message.filed(), ""), agency.zone(), received);
  }

  Copy copy(String format) throws Unreadable {
    var body = TextBlocks.of(parted.forReaders());
    var beginning = Blocks.beginning(body, LONGEST_LINE);
    var dateline = Dateline.of(beginning == null ? "" : beginning);
    return new Assembled(
            new Assembled.Origin(format, message.charset()),
            guid(dateline.place()),
            lifecycle(dateline.place()),
            new Copy.Handling("text", null, signals(), List.of()),
            new Copy.Subjects(
                null, List.of(category()), List.of(), List.of(), List.of(), keywords()),
            new Copy.Rights(dateline.credit(), null, null, null),
            content(dateline.place(), body))
        .copy();
  }

  private Assembled.Content content(@Nullable String place, List<Block> body) {
    return new Assembled.Content(
        new Copy.Headlines(
            Objects.requireNonNullElse(above.headline(), ""),
            null,
            slugline(),
            above.byline(),
            place,
            null,
            null),
        List.of(),
        null,
        body);
  }

  private Copy.Lifecycle lifecycle(@Nullable String place) {
    var at = filed.at();
    return new Copy.Lifecycle(
        story(place) == null ? 1 : 1 + lead(),
        at == null ? received : at,
        at == null,
        null,
        Copy.Status.USABLE,
        Copy.Change.NEW,
        null,
        null,
        header.priority(),
        null,
        parted.note());
  }

  private String guid(@Nullable String place) {
    var story = story(place);
    if (story != null) {
      return story;
    }
    return header.numbered() && filed.day() != null
        ? Guids.of("iptc7901", header.service(), header.number(), filed.day())
        : Guids.of(
            "iptc7901",
            header.service(),
            header.number(),
            message.filed(),
            slugline(),
            above.headline());
  }

  /// What all leads of one story have in common; null where this is no lead, or does not say of
  /// what.
  private @Nullable String story(@Nullable String place) {
    return lead() == 0 || slugline() == null || place == null || filed.day() == null
        ? null
        : Guids.of("iptc7901", header.service(), header.category(), slugline(), place, filed.day());
  }

  private int lead() {
    for (var kicker : above.kickers()) {
      var lead = LEAD.matcher(kicker);
      if (lead.matches()) {
        return lead.group(1) == null ? 1 : Integer.parseInt(lead.group(1));
      }
    }
    return 0;
  }

  private @Nullable String slugline() {
    var lines = new ArrayList<String>();
    message.head().stream().skip(1).map(Message::plain).forEach(lines::add);
    var line = above.keywords() == null ? String.join(" ", lines) : above.keywords();
    return line.length() > LONGEST_LINE ? null : Plain.text(line.replaceAll("^/+|/+$", ""));
  }

  private List<String> keywords() {
    var line = slugline();
    return line == null
        ? List.of()
        : List.of(line.split("/")).stream()
            .map(Plain::text)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  private Concept category() {
    return new Concept(header.category(), header.category(), "iptc7901-category");
  }

  /// Each kicker, and all of them in one where they are several.
  private List<String> signals() {
    var signals = new ArrayList<String>();
    above.kickers().stream().map(Take::tidy).forEach(signals::add);
    if (signals.size() > 1) {
      signals.add(String.join(" ", signals));
    }
    return List.copyOf(signals);
  }

  /// Bells leave a blank before the bracket.
  private static String tidy(String kicker) {
    return kicker.replaceAll("\\h+\\)", ")");
  }
}
