package newsroom.publish.story;

import java.util.List;
import newsroom.publish.story.Story.Change;
import newsroom.publish.story.Story.Status;
import newsroom.schema.Article;
import newsroom.schema.Enriched;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/// Reads a story from an event. Here, and nowhere else, the event's classes become ours.
public final class ReadStory {

  private ReadStory() {}

  /// The story that these bytes of `articles.enriched` carry.
  ///
  /// @throws newsroom.schema.codec.UnknownSchema when they carry none
  public static Story from(byte[] event) {
    return from(EventCodec.ENRICHED.decode(event));
  }

  private static Story from(Enriched event) {
    var article = event.getArticle();
    return new Story(
        event.getUri().toString(),
        new Mark(event.getVersion(), event.getVersionCreated(), event.getRevision()),
        lifecycle(article),
        headlines(article),
        About.of(event),
        new Story.Rights(
            text(article.getCreditline()),
            text(article.getCopyrightHolder()),
            text(article.getCopyrightNotice()),
            text(article.getUsageTerms())),
        article.getPictures().stream().map(ReadStory::picture).toList(),
        text(article.getLeadPicture()),
        article.getBody().stream().map(block -> block(block.getContent())).toList(),
        event.getRelated().stream().map(ReadStory::candidate).toList(),
        new Story.Origin(
            article.getProvenance().getAgency().toString(),
            text(article.getProvenance().getGuid()),
            article.getProvenance().getReceived(),
            new Story.Filing(
                article.getUndated(),
                text(article.getContentHash()),
                texts(article.getReplaces()),
                text(article.getDesk()),
                text(article.getType())),
            event.getTellings().stream().map(ReadStory::telling).toList()),
        event.getReadingSeconds());
  }

  private static Story.Lifecycle lifecycle(Article article) {
    return new Story.Lifecycle(
        Status.valueOf(article.getPubStatus().name()),
        Change.valueOf(article.getChange().name()),
        article.getFirstCreated(),
        article.getEmbargoedUntil(),
        article.getExpires(),
        article.getUrgency(),
        text(article.getCorrectionNote()),
        text(article.getEdNote()));
  }

  private static Story.Headlines headlines(Article article) {
    return new Story.Headlines(
        article.getHeadline().toString(),
        text(article.getSummary()),
        text(article.getSlugline()),
        text(article.getByline()),
        text(article.getDateline()),
        text(article.getGenre()),
        article.getLanguage().toString());
  }

  private static Picture picture(newsroom.schema.Picture picture) {
    return new Picture(
        picture.getId().toString(),
        text(picture.getCaption()),
        text(picture.getCredit()),
        text(picture.getAltText()),
        picture.getRenditions().stream()
            .map(
                it ->
                    new Picture.Rendition(
                        it.getName().toString(),
                        it.getHref().toString(),
                        text(it.getMimeType()),
                        it.getWidth(),
                        it.getHeight()))
            .toList());
  }

  private static Block block(@Nullable Object content) {
    return switch (content) {
      case newsroom.schema.Paragraph it -> new Block.Paragraph(it.getMarkup().toString());
      case newsroom.schema.Heading it ->
          new Block.Heading(it.getLevel(), it.getMarkup().toString());
      case newsroom.schema.Quote it ->
          new Block.Quote(texts(it.getParagraphs()), text(it.getAttribution()));
      case newsroom.schema.Listing it -> new Block.Listing(it.getOrdered(), texts(it.getItems()));
      case newsroom.schema.Table it ->
          new Block.Table(
              text(it.getCaption()),
              it.getHeading(),
              it.getRows().stream().map(row -> texts(row.getCells())).toList());
      case newsroom.schema.Figure it -> new Block.Figure(it.getPicture().toString());
      case newsroom.schema.Embed it -> new Block.Embed(it.getUrl().toString(), text(it.getTitle()));
      case newsroom.schema.Promo it ->
          new Block.Promo(it.getLabel().toString(), it.getHeadline().toString(), text(it.getUrl()));
      case null, default -> throw new IllegalArgumentException("a block of no known kind");
    };
  }

  private static Candidate candidate(newsroom.schema.Candidate candidate) {
    return new Candidate(
        candidate.getUri().toString(),
        candidate.getHeadline().toString(),
        Candidate.Label.valueOf(candidate.getLabel().name()),
        candidate.getScore(),
        candidate.getReason().toString(),
        candidate.getAfterBlock(),
        text(candidate.getUrl()));
  }

  private static Telling telling(newsroom.schema.Telling telling) {
    return new Telling(
        telling.getUri().toString(),
        telling.getAgency().toString(),
        telling.getSimilarity(),
        telling.getFirstLive());
  }

  static List<String> texts(List<CharSequence> texts) {
    return texts.stream().map(CharSequence::toString).toList();
  }

  static @Nullable String text(@Nullable CharSequence text) {
    return text == null ? null : text.toString();
  }
}
