package newsroom.publish.rendition.iptc7901;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.Prose;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes IPTC 7901. A correction, a lead and a kill are said in words above the headline, since
/// the format has no field for them; notes for editors stand behind the line that says that they
/// are not for publication.
@Component
public class Iptc7901 implements Rendition {

  private static final String SOH = "\u0001";
  private static final String STX = "\u0002";
  private static final String ETX = "\u0003";
  private static final String EOT = "\u0004";
  private static final String END = "\r\n";
  private static final int MOST_LEADS = 100;
  private static final DateTimeFormatter FILED =
      DateTimeFormatter.ofPattern("ddHHmm 'GMT' MMM yy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "iptc7901";
  }

  @Override
  public String extension() {
    return "7901.txt";
  }

  @Override
  public byte[] show(Edition edition) {
    var story = edition.story();
    var prose = Prose.of(edition);
    var lines = new Lines();
    above(lines, edition);
    lines.blank();
    paragraphs(lines, prose);
    behind(lines, story.headlines().summary());
    var correction = story.lifecycle().correctionNote();
    behind(lines, correction == null ? null : "(" + correction + ")");
    var note = story.lifecycle().edNote();
    if (note != null && !note.isBlank()) {
      lines.blank();
      lines.line("Not for publication:");
      lines.blank();
      lines.paragraph(Inline.oneLine(note));
    }
    var header = header(edition, words(prose));
    return message(header, slug(story), lines, story.mark().created());
  }

  @Override
  public byte[] takeDown(Removal removal) {
    var lines = new Lines();
    lines.line(removal.killed() ? "KILL" : "WITHHELD");
    lines.line("Take this story down wherever it is shown =");
    lines.blank();
    lines.line(removal.uri());
    lines.line(removal.address().toASCIIString());
    var header = header(removal.masthead(), removal.sequence(), 1, "adv", 12);
    return message(header, "kill", lines, removal.created());
  }

  private static byte[] message(String header, String slug, Lines text, Instant filed) {
    return Letters.bytes(
        SOH + header + END + slug + "/" + END + STX + text + ETX + FILED.format(filed) + END + EOT);
  }

  private static void above(Lines lines, Edition edition) {
    var story = edition.story();
    if (story.lifecycle().change() == Story.Change.CORRECTION) {
      lines.line("CORRECTION");
    }
    long lead = edition.version() - 1;
    if (lead >= 1 && lead < MOST_LEADS) {
      lines.line(ordinal(lead) + " LEAD");
    } else if (lead >= MOST_LEADS) {
      lines.line("UPDATE");
    }
    lines.head(story.headlines().headline(), " =");
    var byline = story.headlines().byline();
    if (byline != null && !byline.isBlank()) {
      var by = By.of(story.headlines().language());
      lines.head(byline.startsWith(by + " ") ? byline : by + " " + byline, "");
    }
  }

  /// Behind the text, which must begin with its dateline.
  private static void behind(Lines lines, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      lines.blank();
      lines.paragraph(Inline.oneLine(words));
    }
  }

  private static void paragraphs(Lines lines, List<String> paragraphs) {
    String before = null;
    for (var paragraph : paragraphs) {
      if (before != null && !Prose.joins(before, paragraph)) {
        lines.blank();
      }
      lines.paragraph(paragraph);
      before = paragraph;
    }
  }

  private static String header(Edition edition, int words) {
    var urgency = edition.story().lifecycle().urgency();
    var category = letters(edition.page().section().path(), 3, "new");
    int priority = urgency == null ? 4 : Math.clamp(urgency, 1, 6);
    return header(edition.masthead(), edition.sequence(), priority, category, words);
  }

  private static String header(
      Masthead masthead, long sequence, int priority, String category, int words) {
    return "%s%04d %d %s %04d  %s"
        .formatted(
            letters(masthead.site(), 3, "nwr"),
            (sequence - 1) % 9999 + 1,
            priority,
            category,
            Math.min(words, 99_999),
            letters(masthead.site(), 3, "nwr"));
  }

  private static String letters(String name, int length, String otherwise) {
    var letters = name.replaceAll("[^a-zA-Z]", "").toLowerCase(Locale.ROOT);
    return letters.length() < length ? otherwise : letters.substring(0, length);
  }

  private static String slug(Story story) {
    var slug = new ArrayList<String>();
    part(slug, story.headlines().slugline());
    story.subjects().keywords().forEach(keyword -> part(slug, keyword));
    var line = new StringBuilder();
    for (var word : slug.stream().distinct().toList()) {
      if (line.length() + word.length() + 2 < Lines.LONGEST) {
        line.append(line.isEmpty() ? "" : "/").append(word);
      }
    }
    return line.isEmpty() ? "news" : line.toString();
  }

  private static void part(List<String> slug, @Nullable String word) {
    var plain = word == null ? "" : Letters.plain(Inline.oneLine(word)).replace('/', '-');
    if (!plain.isBlank()) {
      slug.add(plain);
    }
  }

  private static int words(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(paragraph -> paragraph.split(" ").length).sum();
  }

  private static String ordinal(long number) {
    boolean teen = number % 100 / 10 == 1;
    return number
        + switch ((int) (teen ? 0 : number % 10)) {
          case 1 -> "ST";
          case 2 -> "ND";
          case 3 -> "RD";
          default -> "TH";
        };
  }
}
