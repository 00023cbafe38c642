package newsroom.ingest.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The charset that a Content-Type declares, in its own words.
public final class DeclaredCharset {

  // read by hand: libraries refuse a header whose charset Java does not know, a wire must not fail
  // so
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

  private DeclaredCharset() {}

  /// The charset named in this Content-Type; null when there is none.
  public static @Nullable String in(@Nullable String contentType) {
    var declared = CHARSET.matcher(contentType == null ? "" : contentType);
    return declared.find() ? declared.group(1) : null;
  }
}
