package newsroom.benchmark.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import newsroom.schema.Article;
import newsroom.schema.Block;
import newsroom.schema.Change;
import newsroom.schema.Concept;
import newsroom.schema.Drafted;
import newsroom.schema.Paragraph;
import newsroom.schema.Picture;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.Rendition;
import newsroom.schema.codec.EventCodec;

/// Makes `Drafted` events of about 4 KB. Every fourth text has accents, as world news does.
///
/// The intended time of an event travels in its note to editors, its number in uri and version: a
/// relay must carry all of that through.
public final class DraftedCopy {

  // loaded first: Avro trusts the generated classes only from then on
  private static final EventCodec<Drafted> CODEC = EventCodec.DRAFTED;

  private static final int TEXTS = 64;
  private static final int BODY_CHARACTERS = 2_900;
  private static final String URI = "urn:newsroom:story:%032x";
  private static final Instant WRITTEN = Instant.parse("2026-03-01T06:00:00Z");

  private final int stories;
  private final List<Article> texts;
  private final List<String> uris;

  /// @param stories how many stories there are; each next round over them is a new version
  public DraftedCopy(int stories) {
    this.stories = stories;
    this.texts = IntStream.range(0, TEXTS).mapToObj(text -> article(text, text % 4 == 3)).toList();
    this.uris = IntStream.range(0, stories).mapToObj(URI::formatted).toList();
  }

  /// The key of the event with this number.
  public String key(long number) {
    return uris.get(Math.toIntExact(number % stories));
  }

  /// The bytes of the event with this number, to be sent at this time of `System.nanoTime()`.
  public byte[] bytes(long number, long intended) {
    return CODEC.encode(event(number, intended));
  }

  /// The event with this number, with Strings in it as ingest makes it.
  public Drafted event(long number, long intended) {
    var story = Math.toIntExact(number % stories);
    var version = number / stories + 1;
    var created = WRITTEN.plusSeconds(version);
    var article = shallow(texts.get(story % TEXTS));
    article.put("uri", uris.get(story));
    article.put("version", version);
    article.put("versionCreated", created);
    article.put("edNote", Long.toString(intended));
    return new Drafted(uris.get(story), version, created, created, article);
  }

  /// The number of the event with this identity.
  public long number(CharSequence uri, long version) {
    var digits = uri.length();
    // more stories than 16 hex digits count will not be
    var story = Long.parseUnsignedLong(uri, digits - 16, digits, 16);
    return (version - 1) * stories + story;
  }

  /// When an event should have been sent, from the article that came out.
  public static long intended(Article article) {
    var note = article.getEdNote();
    return Long.parseLong(note, 0, note.length(), 10);
  }

  /// One whole article in plain ASCII, or with accents.
  public static Article article(int seed, boolean accented) {
    var prose = new Prose(seed, accented);
    return Article.newBuilder()
        .setUri(URI.formatted(seed))
        .setVersion(1)
        .setVersionCreated(WRITTEN)
        .setPubStatus(PubStatus.USABLE)
        .setChange(Change.NEW)
        .setUrgency(4)
        .setSlugline("bench-story")
        .setHeadline(prose.headline())
        .setSummary(prose.sentence())
        .setByline("By Ada Lindqvist")
        .setDateline("PORT LUNDE (Bench)")
        .setLanguage("en")
        .setSubjects(
            List.of(
                concept("medtop:20000002", "arts and entertainment"),
                concept("medtop:04000000", "economy")))
        .setPlaces(List.of(concept("iso3166-1a2:NO", "Norway")))
        .setKeywords(List.of("harbour", "toll", "storm"))
        .setCreditline("Bench News")
        .setPictures(List.of(picture(prose)))
        .setLeadPicture("p1")
        .setBody(body(prose))
        .setProvenance(provenance(seed))
        .build();
  }

  // the builder would copy the whole body for each event
  private static Article shallow(Article text) {
    var article = new Article();
    for (var field : text.getSchema().getFields()) {
      article.put(field.pos(), text.get(field.pos()));
    }
    return article;
  }

  private static Concept concept(String code, String name) {
    return new Concept(code, name, code.substring(0, code.indexOf(':')));
  }

  private static Picture picture(Prose prose) {
    var rendition =
        new Rendition("original", "https://pictures.example/p1.jpg", "image/jpeg", 1920, 1080);
    return new Picture("p1", prose.sentence(), "Bench News", prose.headline(), List.of(rendition));
  }

  private static List<Block> body(Prose prose) {
    var blocks = new ArrayList<Block>();
    for (var written = 0; written < BODY_CHARACTERS; ) {
      var paragraph = prose.paragraph();
      blocks.add(new Block(new Paragraph(paragraph)));
      written += paragraph.length();
    }
    return blocks;
  }

  private static Provenance provenance(int seed) {
    return new Provenance(
        "bench", "bench-" + seed, "http", "ninjs", "utf-8", WRITTEN, "0".repeat(64));
  }
}
