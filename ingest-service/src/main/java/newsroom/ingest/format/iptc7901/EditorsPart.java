package newsroom.ingest.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import newsroom.ingest.format.teletype.Message;
import org.jspecify.annotations.Nullable;

/// Parts a text into what is for readers and what is for editors only. What is for editors comes
/// last, behind a line that says so, or behind the heading of an editors' notebook; it is never
/// printed.
///
/// @param forReaders the text
/// @param note what follows, in one line, its paragraphs apart; null where nothing does
record EditorsPart(List<String> forReaders, @Nullable String note) {

  private static final Pattern MARK =
      Pattern.compile(
          "(?iu).*(?:not (?:intended )?for publication|nicht zur veröffentlichung|nicht für die veröffentlichung"
              + "|ne pas publier|pas destinée?s? à (?:la )?publication|pas pour publication"
              + "|no (?:destinad[oa]s?|apt[oa]s?|publicable)|non (?:destinat[aeio]|per la) (?:alla )?pubblicazione"
              + "|niet voor publicatie|ikke (?:til|for) (?:publisering|publicering|offentliggørelse)"
              + "|inte för publicering|ei julkaistavaksi).*");
  /// One of these stands in every [#MARK] and in few other lines, and is soon looked for.
  private static final List<String> STEMS = List.of("publi", "pubbli", "ffentli", "julkais");

  private static final Pattern NOTEBOOK = Pattern.compile("(?iu)#{1,2}\\h*(?:notebook|notizblock)");
  private static final Pattern ORNAMENT = Pattern.compile("[\\h*_#=-]+");
  private static final int LONGEST_MARK = 120;

  static EditorsPart of(List<String> text) {
    for (var line = 0; line < text.size(); line++) {
      if (marks(Message.plain(text.get(line)))) {
        var rest = text.subList(line + 1, text.size());
        return new EditorsPart(text.subList(0, line), note(rest));
      }
    }
    return new EditorsPart(text, null);
  }

  private static boolean marks(String line) {
    return line.length() < LONGEST_MARK
        && (forbids(line) || (line.startsWith("#") && NOTEBOOK.matcher(line).matches()));
  }

  private static boolean forbids(String line) {
    var small = line.toLowerCase(Locale.ROOT);
    return STEMS.stream().anyMatch(small::contains) && MARK.matcher(line).matches();
  }

  private static @Nullable String note(List<String> lines) {
    var items = new ArrayList<String>();
    var item = new StringBuilder();
    for (var raw : lines) {
      var line = Message.plain(raw);
      var ornament = line.isEmpty() || ORNAMENT.matcher(line).matches();
      if (ornament || line.startsWith("#") || line.startsWith("- ")) {
        add(items, item);
      }
      if (!ornament && !marks(line)) {
        item.append(item.isEmpty() ? "" : " ").append(line.replaceFirst("^#+\\h*", ""));
      }
    }
    add(items, item);
    return items.isEmpty() ? null : String.join(" | ", items);
  }

  private static void add(List<String> items, StringBuilder item) {
    if (!item.isEmpty()) {
      items.add(item.toString());
      item.setLength(0);
    }
  }
}
