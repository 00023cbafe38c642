package newsroom.schema.codec;

import java.time.Instant;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Block;
import newsroom.schema.Candidate;
import newsroom.schema.Change;
import newsroom.schema.Concept;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.Label;
import newsroom.schema.Listing;
import newsroom.schema.Paragraph;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;

/// Events about a ferry that never sailed.
final class Events {

  /// Touched first: the codec vouches for the generated classes, which builders already need.
  static final EventCodec<Drafted> CODEC = EventCodec.DRAFTED;

  static final String URI = "urn:newsroom:story:00112233445566778899aabbccddeeff";
  static final Instant MADE = Instant.parse("2026-11-20T08:15:00Z");

  private Events() {}

  static Article article() {
    return Article.newBuilder()
        .setUri(URI)
        .setVersion(3_000_000_017L)
        .setVersionCreated(MADE)
        .setPubStatus(PubStatus.USABLE)
        .setChange(Change.UPDATE)
        .setHeadline("Fährbetrieb nach “Sturm” eingestellt")
        .setLanguage("de")
        .setSubjects(List.of(new Concept("medtop:20000523", "shipping", "medtop")))
        .setBody(
            List.of(
                new Block(new Paragraph("Der Hafen blieb <b>geschlossen</b>.")),
                new Block(new Listing(false, List.of("Linie 1", "Linie 2")))))
        .setProvenance(
            Provenance.newBuilder()
                .setAgency("northwire")
                .setChannel("http")
                .setFormat("ninjs")
                .setReceived(MADE.plusSeconds(2))
                .setWire("00")
                .build())
        .build();
  }

  static Drafted drafted() {
    return new Drafted(URI, 3_000_000_017L, MADE, MADE.plusSeconds(3), article());
  }

  static Enriched enriched() {
    return Enriched.newBuilder()
        .setUri(URI)
        .setVersion(3_000_000_017L)
        .setVersionCreated(MADE)
        .setEnriched(MADE.plusSeconds(4))
        .setArticle(article())
        .setRelated(
            List.of(
                new Candidate(
                    "urn:newsroom:story:ff",
                    "Storm closes harbor",
                    Label.ADDITIONAL_REPORTING,
                    0.7,
                    "shares storm, harbor; 1 day older",
                    2,
                    null)))
        .build();
  }

  static Published published() {
    return Published.newBuilder()
        .setUri(URI)
        .setVersion(3_000_000_017L)
        .setVersionCreated(MADE)
        .setPublished(MADE.plusSeconds(5))
        .setState(StoryState.LIVE)
        .setArticle(article())
        .build();
  }
}
