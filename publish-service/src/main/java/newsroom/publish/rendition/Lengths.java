package newsroom.publish.rendition;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import newsroom.publish.story.Story;

/// How many letters of a headline a site shows, and where; 0 for all of them.
///
/// @param story on the story itself: its page, the file or the post that is sent
/// @param lists on front and section pages, in feeds and sitemaps
/// @param promos in links between the paragraphs of other stories
public record Lengths(int story, int lists, int promos) {

  /// Every headline whole.
  public static final Lengths WHOLE = new Lengths(0, 0, 0);

  private static final Pattern DANGLING = Pattern.compile("[\\s,;:–—-]+$");

  /// The headline, or as many whole words of it as fit with an ellipsis behind them.
  public static String cut(String headline, int most) {
    if (most <= 0 || headline.codePointCount(0, headline.length()) <= most) {
      return headline;
    }
    int room = headline.offsetByCodePoints(0, most - 1);
    int end = headline.substring(0, room + 1).lastIndexOf(' ');
    if (end < room / 2) {
      // one long word, or a language that writes none apart
      var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
      letters.setText(headline);
      end = letters.isBoundary(room) ? room : letters.preceding(room);
    }
    return DANGLING.matcher(headline.substring(0, end)).replaceAll("") + "…";
  }

  /// The story with a headline of this length at most.
  public static Story cut(Story story, int most) {
    var whole = story.headlines();
    var headline = cut(whole.headline(), most);
    return headline.equals(whole.headline())
        ? story
        : new Story(
            story.uri(),
            story.mark(),
            story.lifecycle(),
            new Story.Headlines(
                headline,
                whole.summary(),
                whole.slugline(),
                whole.byline(),
                whole.dateline(),
                whole.genre(),
                whole.language()),
            story.subjects(),
            story.rights(),
            story.pictures(),
            story.leadPicture(),
            story.body(),
            story.related(),
            story.origin());
  }
}
