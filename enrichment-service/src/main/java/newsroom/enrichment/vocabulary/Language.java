package newsroom.enrichment.vocabulary;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;

/// A language and where its stories lie in the index: each has fields of its own, so a lookup never
/// crosses languages and no language's counts blur another's.
///
/// @param code primary subtag in lower case, as `en`; `und` where the tag says nothing
public record Language(String code) {

  private static final Pattern PRIMARY = Pattern.compile("[a-z]{2,3}");
  private static final Set<String> TURKIC = Set.of("tr", "az");
  private static final Locale TURKISH = Locale.of("tr");

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
    return Analyzers.of(code);
  }

  /// In small letters, letter by letter as the index has them: Java makes two signs of the Turkish
  /// capital İ. In Turkish I and İ are two letters, in all other languages the small i is of both.
  public String small(String text) {
    return TURKIC.contains(code)
        ? text.toLowerCase(TURKISH)
        : text.codePoints()
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
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
