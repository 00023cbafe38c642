package newsroom.ingest.format.email;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Guids;
import org.jspecify.annotations.Nullable;

/// What the header of a mail says of the story. Message-ID identifies it, Date is its date. From
/// names its authors, as RFC 5322 has it, Organization whose it is; Comments are for editors.
///
/// @param zone where a date that names no zone was written
record Fields(Part mail, Instant received, ZoneId zone) {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<\\s*([^<>\\s\\p{Cntrl}]{1,900})\\s*>");
  private static final Pattern LANGUAGE =
      Pattern.compile("([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\\b.*");

  String guid() {
    var id = MESSAGE_ID.matcher(Objects.requireNonNullElse(mail.raw("message-id"), ""));
    return id.find()
        ? id.group(1)
        : Guids.of("email", mail.raw("from"), mail.raw("date"), mail.raw("subject"));
  }

  @Nullable String subject() {
    return mail.field("subject");
  }

  Copy.Lifecycle lifecycle() {
    var date = MailDate.parse(mail.field("date"), zone);
    var expires =
        MailDate.parse(Plain.first(mail.field("expires"), mail.field("expiry-date")), zone);
    return new Copy.Lifecycle(
        1,
        date == null ? received : date,
        date == null,
        null,
        Copy.Status.USABLE,
        replaces().isEmpty() ? Copy.Change.NEW : Copy.Change.UPDATE,
        null,
        expires,
        null,
        null,
        mail.field("comments"));
  }

  Copy.Handling handling() {
    var signals = new ArrayList<String>();
    for (var name : List.of("importance", "priority", "sensitivity")) {
      var value = mail.field(name);
      if (value != null) {
        signals.add(name + ":" + value.toLowerCase(Locale.ROOT));
      }
    }
    return new Copy.Handling(null, null, List.copyOf(signals), replaces());
  }

  private List<String> replaces() {
    return Stream.of("supersedes", "obsoletes")
        .map(mail::raw)
        .filter(Objects::nonNull)
        .flatMap(ids -> MESSAGE_ID.matcher(ids).results())
        .map(id -> id.group(1))
        .distinct()
        .toList();
  }

  Copy.Headlines headlines() {
    var names = Mailboxes.names(mail.raw("from"));
    var language = LANGUAGE.matcher(Objects.requireNonNullElse(mail.field("content-language"), ""));
    return new Copy.Headlines(
        Objects.requireNonNullElse(subject(), ""),
        null,
        null,
        names.isEmpty() ? null : String.join("; ", names),
        null,
        null,
        language.matches() ? language.group(1) : null);
  }

  /// @param categories what it is about, where the text says it
  Copy.Subjects subjects(List<String> categories) {
    var keywords = Objects.requireNonNullElse(mail.field("keywords"), "");
    return new Copy.Subjects(
        null,
        categories.stream().map(name -> new Concept(null, name, "category")).toList(),
        List.of(),
        List.of(),
        List.of(),
        Stream.of(keywords.split(","))
            .map(Plain::text)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  Copy.Rights rights() {
    return new Copy.Rights(mail.field("organization"), null, null, null);
  }
}
