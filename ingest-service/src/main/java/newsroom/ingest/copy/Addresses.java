package newsroom.ingest.copy;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses that may stand on a page: absolute, and of a scheme that runs nothing.
public final class Addresses {

  private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):");
  private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cntrl}\"<>\\\\^`{|}]");
  private static final Pattern DROPPED = Pattern.compile("[\\t\\n\\r]");
  private static final Pattern WEB = Pattern.compile("(?i)https?://.+");
  private static final int LONGEST = 4096;

  private static final ScopedValue<Map<String, String>> ENCLOSED = ScopedValue.newInstance();

  private Addresses() {}

  /// Reads while it is known where the pictures are that came with a wire: what the wire calls them
  /// then counts as their address, in every format.
  public static <T, X extends Throwable> T knowing(
      Map<String, String> enclosed, ScopedValue.CallableOp<T, X> reading) throws X {
    return ScopedValue.where(ENCLOSED, enclosed).call(reading);
  }

  /// An address of a page or a file, http or https.
  ///
  /// @param base what a relative address is relative to
  public static @Nullable String web(@Nullable String address, @Nullable String base) {
    var enclosed = enclosed(address);
    if (enclosed != null) {
      return enclosed;
    }
    var link = link(address, base);
    return link == null || link.startsWith("mailto:") ? null : link;
  }

  /// An address that a reader may follow: http, https or mailto.
  public static @Nullable String link(@Nullable String address, @Nullable String base) {
    if (address == null || address.length() > LONGEST) {
      return null;
    }
    // browsers drop these before they look at the scheme, so "java\nscript:" is one
    var clean = DROPPED.matcher(address.strip()).replaceAll("");
    var scheme = SCHEME.matcher(clean);
    if (scheme.find()) {
      return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
        case "http", "https" -> hosted(fit(clean), scheme.end());
        case "mailto" -> clean.length() > 7 ? fit(clean) : null;
        default -> null;
      };
    }
    return clean.isEmpty() || clean.startsWith("#") ? null : resolved(fit(clean), base);
  }

  private static @Nullable String enclosed(@Nullable String name) {
    return name == null || !ENCLOSED.isBound() ? null : ENCLOSED.get().get(name.strip());
  }

  private static @Nullable String hosted(String address, int schemeEnd) {
    return address.startsWith("//", schemeEnd) && address.length() > schemeEnd + 2
        ? address.substring(0, schemeEnd).toLowerCase(Locale.ROOT) + address.substring(schemeEnd)
        : null;
  }

  private static @Nullable String resolved(String address, @Nullable String base) {
    if (base == null || !WEB.matcher(base).matches()) {
      return address.startsWith("//") ? "https:" + address : null;
    }
    try {
      var resolved = URI.create(fit(base)).resolve(URI.create(address)).toString();
      return WEB.matcher(resolved).matches() ? resolved : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String fit(String address) {
    return UNFIT
        .matcher(address)
        .replaceAll(match -> String.format("%%%02X", (int) match.group().charAt(0)));
  }
}
