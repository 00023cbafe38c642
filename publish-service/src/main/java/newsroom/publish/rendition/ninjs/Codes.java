package newsroom.publish.rendition.ninjs;

import java.util.Map;
import newsroom.publish.rendition.WebAddress;
import org.jspecify.annotations.Nullable;

/// Codes of wires as the addresses that IPTC gives them.
final class Codes {

  private static final Map<String, String> SCHEMES =
      Map.of(
          "medtop:", "http://cv.iptc.org/newscodes/mediatopic/",
          "subj:", "http://cv.iptc.org/newscodes/subjectcode/");

  private Codes() {}

  /// The concept's address; null for a code of a scheme that has none.
  static @Nullable String uri(@Nullable String code) {
    if (code == null) {
      return null;
    }
    for (Map.Entry<String, String> scheme : SCHEMES.entrySet()) {
      if (code.startsWith(scheme.getKey())) {
        return WebAddress.of(scheme.getValue() + code.substring(scheme.getKey().length()));
      }
    }
    return WebAddress.of(code);
  }
}
