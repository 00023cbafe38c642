package newsroom.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Block;
import newsroom.schema.Candidate;
import newsroom.schema.Change;
import newsroom.schema.Concept;
import newsroom.schema.Enriched;
import newsroom.schema.Label;
import newsroom.schema.Paragraph;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.Telling;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/// Events of `articles.enriched` about a canal that freezes over, for tests.
public final class Events {

  public static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");

  /// Before any event is made: with it Avro learns to trust their classes.
  private static final EventCodec<Enriched> CODEC = EventCodec.ENRICHED;

  private final int number;
  private String uri;
  private long version = 1;
  private Instant created = MORNING;
  private int revision;
  private PubStatus status = PubStatus.USABLE;
  private @Nullable Instant embargoedUntil;
  private @Nullable Instant expires;
  private String subject = "weather";
  private String headline;
  private String text = "Skaters wait.";
  private boolean undated;
  private @Nullable String contentHash;
  private List<CharSequence> replaces = List.of();
  private String agency = "northwire";
  private final List<Candidate> related = new ArrayList<>();
  private final List<Telling> tellings = new ArrayList<>();

  private Events(int number) {
    this.number = number;
    this.uri = uri(number);
    this.headline = "Canal " + number + " freezes over";
  }

  public static String uri(int number) {
    return "urn:newsroom:story:%032x".formatted(number);
  }

  /// The first version of the story with this number.
  public static Events story(int number) {
    return new Events(number);
  }

  /// A version, made this many hours after the first.
  public Events version(long version) {
    this.version = version;
    this.created = MORNING.plus(Duration.ofHours(version - 1));
    return this;
  }

  public Events created(Instant created) {
    this.created = created;
    return this;
  }

  public Events revision(int revision) {
    this.revision = revision;
    return this;
  }

  public Events status(PubStatus status) {
    this.status = status;
    return this;
  }

  public Events killed() {
    return status(PubStatus.CANCELED);
  }

  public Events embargoedUntil(Instant moment) {
    this.embargoedUntil = moment;
    return this;
  }

  public Events expires(Instant moment) {
    this.expires = moment;
    return this;
  }

  public Events subject(String subject) {
    this.subject = subject;
    return this;
  }

  public Events headline(String headline) {
    this.headline = headline;
    return this;
  }

  /// As a wire without a date, received at this moment.
  public Events undated(Instant received, String contentHash) {
    this.undated = true;
    this.contentHash = contentHash;
    return created(received);
  }

  public Events contentHash(String contentHash) {
    this.contentHash = contentHash;
    return this;
  }

  public Events replaces(int number) {
    this.replaces = List.of(uri(number));
    return this;
  }

  public Events agency(String agency) {
    this.agency = agency;
    return this;
  }

  /// Another agency tells the same, and did so an hour before.
  public Events toldBy(String agency, int number) {
    tellings.add(new Telling(uri(number), agency, 0.8, MORNING.minusSeconds(3600)));
    return this;
  }

  /// Under an identifier that no ingest would give.
  public Events uri(String uri) {
    this.uri = uri;
    return this;
  }

  /// More of it.
  public Events text(String text) {
    this.text = text;
    return this;
  }

  /// Related, best first, each after the block with this number.
  public Events related(int number, int afterBlock) {
    related.add(
        Candidate.newBuilder()
            .setUri(uri(number))
            .setHeadline("An old headline of " + number)
            .setLabel(Label.ADDITIONAL_REPORTING)
            .setScore(1.0 - related.size() / 10.0)
            .setReason("shares ice")
            .setAfterBlock(afterBlock)
            .build());
    return this;
  }

  /// Related, and live in an archive only.
  public Events relatedInArchive(int number, int afterBlock) {
    related(number, afterBlock);
    var found = related.removeLast();
    related.add(Candidate.newBuilder(found).setUrl(archived(number)).build());
    return this;
  }

  public static String archived(int number) {
    return "https://old.test/news/canal-" + number + ".html";
  }

  public byte[] bytes() {
    return CODEC.encode(
        Enriched.newBuilder()
            .setUri(uri)
            .setVersion(version)
            .setVersionCreated(created)
            .setRevision(revision)
            .setEnriched(created.plusSeconds(2))
            .setArticle(article())
            .setRelated(related)
            .setTellings(tellings)
            .build());
  }

  private Article article() {
    return Article.newBuilder()
        .setUri(uri)
        .setVersion(version)
        .setVersionCreated(created)
        .setFirstCreated(MORNING)
        .setUndated(undated)
        .setContentHash(contentHash)
        .setReplaces(replaces)
        .setPubStatus(status)
        .setChange(version == 1 ? Change.NEW : Change.UPDATE)
        .setEmbargoedUntil(embargoedUntil)
        .setExpires(expires)
        .setHeadline(headline)
        .setLanguage("en-GB")
        .setUrgency(4)
        .setSubjects(List.of(new Concept("medtop:17000000", subject, "medtop")))
        .setBody(
            List.of(
                new Block(new Paragraph("The ice on canal " + number + " carries a horse.")),
                new Block(new Paragraph("Version " + version + " of the report.")),
                new Block(new Paragraph(text))))
        .setProvenance(
            Provenance.newBuilder()
                .setAgency(agency)
                .setGuid("canal-" + number)
                .setChannel("http")
                .setFormat("ninjs")
                .setReceived(created.plusSeconds(1))
                .setWire("00")
                .build())
        .build();
  }
}
