package newsroom.publish.rendition.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import newsroom.publish.rendition.Fiction;
import org.junit.jupiter.api.Test;

/// What every form of a story keeps. The test of a form extends this and says three things:
///
/// - [#rendition]: the form
/// - [#read]: all texts and addresses of a file, unescaped, as a reader of the form gets them;
///   fails where the file is not well made
/// - [#judge]: the verdict of somebody else's validator; fails, or skips with a word where there is
///   none here
public abstract class RenditionContract {

  protected static final Edition WHOLE = new Edition(Fiction.page(), Fiction.SITE);

  protected abstract Rendition rendition();

  protected abstract String read(byte[] file);

  protected abstract void judge(byte[] file);

  /// What a reader of the form sees of the note for editors: the mark before it where the standard
  /// has a place for one, else null.
  protected abstract boolean hasNotes();

  protected static Removal removal(boolean killed) {
    return new Removal(
        Fiction.URI_OF_IT,
        Fiction.story().mark(),
        Fiction.page().address(),
        Instant.parse("2026-11-23T06:00:00Z"),
        killed,
        Fiction.SITE,
        7);
  }

  @Test
  void nothingOfTheStoryIsLost() {
    // When
    var read = flat(read(rendition().show(WHOLE)));

    // Then
    assertThat(read)
        .contains(
            "First ferry in 40 days reaches Marrow Island",
            "Two hundred islanders waited on the pier through the night.",
            "Tove Lund and Per Aas",
            "MARROW ISLAND (Northwire)",
            "The Aurora came in at dawn, R&R crews aboard.",
            "We saw the lights first,",
            "Forty days",
            "timetable has three trips a day.",
            "Nobody here will forget it.",
            "Per Aas, baker",
            "Bread",
            "Diesel",
            "Islanders",
            "Trips a day",
            "December",
            "The ferry Aurora at the pier",
            "Ida Berg/Northwire",
            "https://pictures.example.com/lead-1600.jpg",
            "https://pictures.example.com/second-1600.jpg",
            "Video: the landing",
            "https://www.video.example.com/watch?v=1",
            "READ MORE",
            "The ferry's own page",
            "https://ferries.example.com/",
            "Engineers question the island's new pier",
            "https://news.example.com/world/2026/11/21/pier",
            "The next ship is due on Monday.");
  }

  @Test
  void blocksStandInTheirOrder() {
    // When
    var read = flat(read(rendition().show(WHOLE)));

    // Then
    assertThat(read)
        .containsSubsequence(
            "came in at dawn",
            "We saw the lights first",
            "timetable",
            "Nobody here",
            "Mail",
            "Islanders",
            "November",
            "the landing",
            "own page",
            "due on Monday");
  }

  @Test
  void hostileTextIsTextInEveryField() {
    // When
    var file = rendition().show(new Edition(Hostile.page(), Fiction.SITE));

    // Then
    assertThat(flat(read(file)))
        .contains(saysLinks() ? "https://ok.example.com/?a=1&b=2" : "kept")
        .contains("tail")
        .doesNotContain("alert(2)", "alert(3)", "evil.example.com", "\u0001", "\f", "\uFFFD");
    judge(file);
  }

  /// Whether addresses of links in the text can be said.
  protected boolean saysLinks() {
    return true;
  }

  @Test
  void aNoteForEditorsStandsWhereTheStandardPutsItOrNowhere() {
    // When
    var read = flat(read(rendition().show(WHOLE)));

    // Then
    assertThat(read.contains("hold the name of the captain")).isEqualTo(hasNotes());
  }

  @Test
  void aFileBesideIsNamedInsteadOfItsAddress() {
    // Given
    var files = Map.of("lead", "00000007-ferry-1.jpg");

    // When
    var read = read(rendition().show(new Edition(Fiction.page(), Fiction.SITE, files, 7)));

    // Then
    assertThat(read.contains("00000007-ferry-1.jpg")).isEqualTo(namesFiles());
  }

  /// Whether the form has a place for the name of a file.
  protected boolean namesFiles() {
    return true;
  }

  @Test
  void whatIsWrittenIsJudgedRight() {
    judge(rendition().show(WHOLE));
  }

  @Test
  void aKillNamesTheStoryAndNothingOfItsText() {
    for (var killed : List.of(true, false)) {
      // When
      var file = rendition().takeDown(removal(killed));

      // Then
      assertThat(read(file)).contains(Fiction.URI_OF_IT).doesNotContain("ferry in 40 days");
      assertThat(read(file)).containsPattern(killed ? killed() : withheld());
      judge(file);
    }
  }

  protected Pattern killed() {
    return Pattern.compile("canceled");
  }

  protected Pattern withheld() {
    return Pattern.compile("withheld");
  }

  @Test
  void theSameStoryMakesTheSameBytes() {
    assertThat(rendition().show(WHOLE)).isEqualTo(rendition().show(WHOLE));
    assertThat(rendition().takeDown(removal(true))).isEqualTo(rendition().takeDown(removal(true)));
  }

  protected static String flat(String text) {
    return text.replaceAll("\\s+", " ").replace('“', '"').replace('”', '"').replace("\"We", "We");
  }
}
