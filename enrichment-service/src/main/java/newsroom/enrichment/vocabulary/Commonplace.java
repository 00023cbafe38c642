package newsroom.enrichment.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/// Words that every newspaper is full of, and in about which share of its stories they stand. From
/// `commonplace.LANGUAGE.txt`; a language without a file has none.
public final class Commonplace {

  private static final Map<Language, Map<BytesRef, Double>> SHARES = new HashMap<>();

  static {
    var english = new Language("en");
    SHARES.put(english, read(english));
  }

  private Commonplace() {}

  /// The share of stories with this word, 0 where it is no commonplace.
  public static double share(Language language, BytesRef word) {
    return SHARES.getOrDefault(language, Map.of()).getOrDefault(word, 0.0);
  }

  /// Each line is a share and the words that have about that share.
  private static Map<BytesRef, Double> read(Language language) {
    var shares = new HashMap<BytesRef, Double>();
    var file = "commonplace." + language.code() + ".txt";
    try (var in = Commonplace.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in this build");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      for (var line : lines.filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        var parts = line.split(" ", 2);
        add(language, parts[1], Double.parseDouble(parts[0]), shares);
      }
      return shares;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void add(
      Language language, String words, double share, Map<BytesRef, Double> shares)
      throws IOException {
    try (var stream = language.analyzer().tokenStream(language.all(), words)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        shares.merge(BytesRef.deepCopyOf(term.getBytesRef()), share, Math::max);
      }
      stream.end();
    }
  }
}
