package newsroom.enrichment.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/// A language and where its stories lie in the index: each has fields of its own, so a lookup never
/// crosses languages and no language's counts blur another's.
///
/// @param code primary subtag in lower case, as `en`; `und` where the tag says nothing
public record Language(String code) {

  private static final Pattern PRIMARY = Pattern.compile("[a-z]{2,3}");
  private static final Analyzer PLAIN = new StandardAnalyzer(CharArraySet.EMPTY_SET);
  private static final Map<String, Analyzer> ANALYZERS =
      Map.of(
          "de", new GermanAnalyzer(),
          "en", new EnglishAnalyzer(),
          "es", new SpanishAnalyzer(),
          "fr", new FrenchAnalyzer(),
          "it", new ItalianAnalyzer(),
          "nl", new DutchAnalyzer(),
          "pt", new PortugueseAnalyzer());

  /// The language of a BCP 47 tag: `en-GB` and `EN_us` are both English.
  public static Language of(String tag) {
    var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return new Language(PRIMARY.matcher(primary).matches() ? primary : "und");
  }

  /// The field with headline and text.
  public String all() {
    return "all." + code;
  }

  /// The field with the headline alone.
  public String title() {
    return "title." + code;
  }

  public Analyzer analyzer() {
    return ANALYZERS.getOrDefault(code, PLAIN);
  }

  /// The analyzer of every field of every language.
  public static Analyzer ofFields() {
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return new Language(field.substring(field.indexOf('.') + 1)).analyzer();
      }
    };
  }
}
