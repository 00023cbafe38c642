package newsroom.benchmark.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Block;
import newsroom.schema.Change;
import newsroom.schema.Drafted;
import newsroom.schema.Paragraph;
import newsroom.schema.Provenance;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;

/// Any number of stories out of one corpus: after the real ones come those of other worlds. The
/// same number is the same story in every run.
public final class Archive {

  // loaded first: Avro trusts the generated classes only from then on
  private static final EventCodec<Published> PUBLISHED = EventCodec.PUBLISHED;
  private static final EventCodec<Drafted> DRAFTED = EventCodec.DRAFTED;

  private static final int SECONDS_A_DAY = 86_400;

  private final Corpus corpus;
  private final Retold retold;

  private Archive(Corpus corpus) {
    this.corpus = corpus;
    this.retold = new Retold(corpus);
  }

  /// From JSON Lines of `{published, headline, body}`, compressed where the name ends in gz.
  public static Archive of(Path file) {
    return new Archive(Corpus.read(file));
  }

  /// The uri of the story with this number.
  public static String uri(long number) {
    return "urn:newsroom:story:%032x".formatted(number);
  }

  /// The event that says that the story is live.
  public byte[] published(long number) {
    var article = article(number);
    return PUBLISHED.encode(
        Published.newBuilder()
            .setUri(article.getUri())
            .setVersion(1)
            .setVersionCreated(article.getVersionCreated())
            .setPublished(article.getVersionCreated())
            .setState(StoryState.LIVE)
            .setArticle(article)
            .build());
  }

  /// The event that says that the story was read.
  public byte[] drafted(long number) {
    var article = article(number);
    return DRAFTED.encode(
        Drafted.newBuilder()
            .setUri(article.getUri())
            .setVersion(1)
            .setVersionCreated(article.getVersionCreated())
            .setDrafted(article.getVersionCreated())
            .setArticle(article)
            .build());
  }

  /// The story with this number.
  public Article article(long number) {
    int size = corpus.stories().size();
    var text = corpus.stories().get((int) (number % size));
    var words = retold.in((int) (number / size));
    var time = time(text, number);
    return Article.newBuilder()
        .setUri(uri(number))
        .setVersion(1)
        .setVersionCreated(time)
        .setPubStatus(PubStatus.USABLE)
        .setChange(Change.NEW)
        .setHeadline(words.apply(text.headline()))
        .setLanguage("en")
        .setBody(paragraphs(words.apply(text.body())))
        .setProvenance(provenance(time))
        .build();
  }

  // the corpus knows days only
  private static Instant time(Corpus.Text text, long number) {
    return text.published().plusSeconds(number * 7_919 % SECONDS_A_DAY);
  }

  private static List<Block> paragraphs(String body) {
    return body.lines()
        .filter(line -> !line.isBlank())
        .map(line -> new Block(new Paragraph(escaped(line))))
        .toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static Provenance provenance(Instant time) {
    return Provenance.newBuilder()
        .setAgency("bench")
        .setChannel("drop-folder")
        .setFormat("ninjs")
        .setReceived(time)
        .setWire("00")
        .build();
  }
}
