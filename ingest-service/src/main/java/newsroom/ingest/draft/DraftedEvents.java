package newsroom.ingest.draft;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.schema.Article;
import newsroom.schema.Change;
import newsroom.schema.Drafted;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.codec.EventCodec;

/// Maps copy to the event; Avro's classes are known nowhere else in this service.
final class DraftedEvents {

  // before any event is built: Avro trusts the event classes from then on
  private static final EventCodec<Drafted> CODEC = EventCodec.DRAFTED;

  // the topics take 16 MiB, and the events that come of this one hold more than it does
  private static final int LARGEST = 15 * 1024 * 1024;

  /// The event of one story, or none.
  sealed interface Event {

    record Made(String headline, Drafted drafted, ByteBuffer bytes) implements Event {}

    /// There can be none.
    ///
    /// @param reason a sentence that names the story and what is wrong with it
    record Refused(String reason) implements Event {}
  }

  private final String language;
  private final Clock clock;

  DraftedEvents(String language, Clock clock) {
    this.language = language;
    this.clock = clock;
  }

  /// What `articles.drafted` gets for this story; whoever wants to know it beforehand asks here
  /// too.
  Event of(Origin origin, Copy copy) {
    try {
      return made(origin, copy);
    } catch (RuntimeException e) {
      // one that the schema does not take must not keep the others of its wire from the topic
      return new Event.Refused("Story “" + copy.guid() + "” cannot be drafted: " + e + ".");
    }
  }

  private Event made(Origin origin, Copy copy) {
    var headline = Headline.of(copy);
    if (headline.isEmpty()) {
      return new Event.Refused(
          "Story “" + copy.guid() + "” has neither a headline nor text to make one of.");
    }
    var uri = Identity.uri(origin.agency(), copy.guid());
    var drafted = drafted(uri, headline.get(), origin, copy);
    var bytes = CODEC.encode(drafted);
    return bytes.length > LARGEST
        ? new Event.Refused(Sending.tooLarge(copy.guid()))
        : new Event.Made(headline.get(), drafted, ByteBuffer.wrap(bytes));
  }

  private Drafted drafted(String uri, String headline, Origin origin, Copy copy) {
    var life = copy.lifecycle();
    return Drafted.newBuilder()
        .setUri(uri)
        .setVersion(life.version())
        .setVersionCreated(life.versionCreated())
        .setDrafted(clock.instant())
        .setArticle(article(uri, headline, origin, copy))
        .build();
  }

  private Article article(String uri, String headline, Origin origin, Copy copy) {
    var article = Article.newBuilder().setUri(uri).setHeadline(headline);
    lifecycle(article, copy.lifecycle());
    handling(article, origin, copy);
    headlines(article, copy.headlines());
    subjects(article, copy.subjects());
    rights(article, copy.rights());
    return article
        .setPictures(ArticleBody.pictures(copy.pictures()))
        .setLeadPicture(copy.leadPicture())
        .setBody(ArticleBody.blocks(copy.body()))
        .setProvenance(provenance(origin, copy))
        .build();
  }

  private static void lifecycle(Article.Builder article, Copy.Lifecycle life) {
    article
        .setVersion(life.version())
        .setVersionCreated(life.versionCreated())
        .setUndated(life.undated())
        .setFirstCreated(life.firstCreated())
        .setPubStatus(PubStatus.valueOf(life.status().name()))
        .setChange(Change.valueOf(life.change().name()))
        .setEmbargoedUntil(life.embargoedUntil())
        .setExpires(life.expires())
        .setUrgency(life.urgency())
        .setCorrectionNote(life.correctionNote())
        .setEdNote(life.edNote());
  }

  private static void handling(Article.Builder article, Origin origin, Copy copy) {
    var handling = copy.handling();
    article
        .setContentHash(Identity.content(copy))
        .setType(handling.type())
        .setDesk(handling.desk())
        .setSignals(List.copyOf(handling.signals()))
        .setReplaces(
            handling.replaces().stream()
                .<CharSequence>map(guid -> Identity.uri(origin.agency(), guid))
                .toList());
  }

  private void headlines(Article.Builder article, Copy.Headlines lines) {
    var named = lines.language();
    article
        .setSummary(lines.summary())
        .setSlugline(lines.slugline())
        .setByline(lines.byline())
        .setDateline(lines.dateline())
        .setGenre(lines.genre())
        .setLanguage(named == null || named.isBlank() ? language : named)
        .setLanguageDetected(lines.languageDetected());
  }

  private static void subjects(Article.Builder article, Copy.Subjects about) {
    article
        .setLocated(about.located() == null ? null : concept(about.located()))
        .setSubjects(concepts(about.subjects()))
        .setPlaces(concepts(about.places()))
        .setPeople(concepts(about.people()))
        .setOrganisations(concepts(about.organisations()))
        .setKeywords(List.copyOf(about.keywords()));
  }

  private static void rights(Article.Builder article, Copy.Rights rights) {
    article
        .setCreditline(rights.creditline())
        .setCopyrightHolder(rights.copyrightHolder())
        .setCopyrightNotice(rights.copyrightNotice())
        .setUsageTerms(rights.usageTerms());
  }

  private static Provenance provenance(Origin origin, Copy copy) {
    return Provenance.newBuilder()
        .setAgency(origin.agency())
        .setGuid(Objects.requireNonNullElse(copy.handling().identifier(), copy.guid()))
        .setChannel(origin.channel())
        .setFormat(copy.format())
        .setCharset(copy.charset())
        .setReceived(origin.received())
        .setWire(origin.wire())
        .build();
  }

  private static List<newsroom.schema.Concept> concepts(List<Concept> concepts) {
    return concepts.stream().map(DraftedEvents::concept).toList();
  }

  private static newsroom.schema.Concept concept(Concept concept) {
    return newsroom.schema.Concept.newBuilder()
        .setCode(concept.code())
        .setName(concept.name())
        .setScheme(concept.scheme())
        .build();
  }
}
