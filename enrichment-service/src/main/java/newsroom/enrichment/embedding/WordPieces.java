package newsroom.enrichment.embedding;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the pieces of words that a BERT model knows: lower case, no accents, each
/// punctuation mark by itself, and unknown words by their longest known beginnings.
final class WordPieces {

  private static final String START = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String GOES_ON = "##";

  /// Headlines are shorter; whatever is longer is cut.
  private static final int LONGEST_TEXT = 64;

  private static final int LONGEST_WORD = 100;
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\uFFFD&&[^\\s]]");

  /// Words, and marks one by one; what counts as a mark is BERT's own list.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{P}$+<=>^`|~\\p{IsIdeographic}]|[^\\s\\p{P}$+<=>^`|~\\p{IsIdeographic}]+");

  private final Map<String, Integer> known;

  private WordPieces(Map<String, Integer> known) {
    this.known = known;
  }

  static WordPieces of(InputStream tokenizer) {
    var known = new HashMap<String, Integer>();
    new JsonMapper()
        .readTree(tokenizer)
        .path("model")
        .path("vocab")
        .properties()
        .forEach(piece -> known.put(piece.getKey(), piece.getValue().intValue()));
    return new WordPieces(known);
  }

  long[] of(String text) {
    var ids = new ArrayList<Long>();
    var visible = INVISIBLE.matcher(text).replaceAll("");
    var decomposed = Normalizer.normalize(visible, Normalizer.Form.NFD);
    var plain = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    ids.add(id(START));
    WORD.matcher(plain).results().forEach(word -> ids.addAll(pieces(word.group())));
    var kept = ids.subList(0, Math.min(ids.size(), LONGEST_TEXT - 1));
    kept.add(id(END));
    return kept.stream().mapToLong(Long::longValue).toArray();
  }

  private List<Long> pieces(String word) {
    var pieces = new ArrayList<Long>();
    int from = 0;
    while (from < word.length()) {
      int end = word.length() > LONGEST_WORD ? from : longest(word, from);
      if (end == from) {
        return List.of(id(UNKNOWN));
      }
      pieces.add(id(piece(word, from, end)));
      from = end;
    }
    return pieces;
  }

  private int longest(String word, int from) {
    int end = word.length();
    while (end > from && !known.containsKey(piece(word, from, end))) {
      end--;
    }
    return end;
  }

  private static String piece(String word, int from, int end) {
    var piece = word.substring(from, end);
    return from == 0 ? piece : GOES_ON + piece;
  }

  private long id(String piece) {
    return known.getOrDefault(piece, 0);
  }
}
