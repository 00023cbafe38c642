package newsroom.enrichment.story;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsroom.enrichment.story.Block.Kind;
import newsroom.schema.Article;
import newsroom.schema.Change;
import newsroom.schema.Embed;
import newsroom.schema.Figure;
import newsroom.schema.Heading;
import newsroom.schema.Listing;
import newsroom.schema.Paragraph;
import newsroom.schema.Promo;
import newsroom.schema.Published;
import newsroom.schema.Quote;
import newsroom.schema.Table;
import org.jspecify.annotations.Nullable;

/// Maps articles in from the events' classes.
public final class Stories {

  /// Promos that came as plain paragraphs. Their words are another story's: taken for this one's,
  /// the system would find what it linked before.
  private static final Pattern PROMO_LINE =
      Pattern.compile(
          "(?:ADDITIONAL REPORTING|IN CASE YOU MISSED IT|SEE ALSO|READ MORE|RELATED|MORE|WATCH|READ)"
              + "\\s*[|:].{0,250}",
          Pattern.DOTALL);

  private Stories() {}

  /// The story as its agency filed it.
  public static Story of(Article article) {
    return of(article, 0, timeOf(article), null, null);
  }

  /// The story as it is live.
  public static Story live(Published event, Article article) {
    var time = timeOf(article);
    // it is live, so an agency whose clock is ahead must not hide it
    var told = event.getPublished();
    var first = event.getFirstLive();
    return of(
        article,
        event.getRevision(),
        time.isAfter(told) ? told : time,
        first == null ? told : first,
        Archive.address(event));
  }

  private static Story of(
      Article article,
      int revision,
      Instant time,
      @Nullable Instant firstLive,
      @Nullable String archive) {
    return new Story(
        article.getUri().toString(),
        new Mark(article.getVersion(), article.getVersionCreated(), revision),
        article.getLanguage().toString(),
        new Story.Heading(
            Markup.plain(article.getHeadline()), Markup.plain(orEmpty(article.getSummary()))),
        article.getBody().stream().map(block -> block(block.getContent())).toList(),
        setting(article),
        time,
        particulars(article),
        new Story.Origin(article.getProvenance().getAgency().toString(), firstLive),
        archive);
  }

  private static Particulars particulars(Article article) {
    var located = article.getLocated();
    return new Particulars(
        text(article.getDateline()),
        located == null ? null : Concepts.of(List.of(located)).getFirst(),
        Concepts.of(article.getSubjects()));
  }

  private static String setting(Article article) {
    var located = article.getLocated();
    var names = new StringJoiner("\n");
    names.add(orEmpty(article.getDateline())).add(orEmpty(article.getByline()));
    names.add(orEmpty(article.getCreditline())).add(located == null ? "" : located.getName());
    article.getPlaces().forEach(place -> names.add(place.getName()));
    return names.toString();
  }

  /// A correction brings no news: the story stays as old as it was.
  private static Instant timeOf(Article article) {
    var first = article.getFirstCreated();
    return article.getChange() == Change.CORRECTION && first != null
        ? first
        : article.getVersionCreated();
  }

  private static Block block(Object content) {
    return switch (content) {
      case Paragraph paragraph -> paragraph(Markup.plain(paragraph.getMarkup()));
      case Heading heading -> new Block(Kind.HEADING, Markup.plain(heading.getMarkup()));
      case Quote quote -> run(quote.getParagraphs());
      case Listing list -> run(list.getItems());
      case Table table ->
          run(table.getRows().stream().flatMap(row -> row.getCells().stream()).toList());
      case Figure _, Embed _ -> new Block(Kind.FIGURE, "");
      case Promo _ -> new Block(Kind.PROMO, "");
      default -> new Block(Kind.FIGURE, "");
    };
  }

  private static Block paragraph(String text) {
    return PROMO_LINE.matcher(text).matches()
        ? new Block(Kind.PROMO, "")
        : new Block(Kind.PARAGRAPH, text);
  }

  private static Block run(List<? extends CharSequence> parts) {
    return new Block(Kind.RUN, parts.stream().map(Markup::plain).collect(Collectors.joining("\n")));
  }

  static @Nullable String text(@Nullable CharSequence text) {
    return text == null ? null : text.toString();
  }

  private static CharSequence orEmpty(@Nullable CharSequence text) {
    return text == null ? "" : text;
  }
}
