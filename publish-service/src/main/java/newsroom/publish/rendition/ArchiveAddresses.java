package newsroom.publish.rendition;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where else than to its own pages a site may lead its readers: what begins like this belongs to
/// its archive.
///
/// @param beginnings each ends in `/`, its scheme and host in small letters
public record ArchiveAddresses(List<String> beginnings) {

  public static final ArchiveAddresses NONE = new ArchiveAddresses(List.of());

  /// A browser takes these for steps upwards, also where they are written in numbers.
  private static final Pattern DOTS = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?=/|$)");

  /// The address of an archived story in a form that a page may carry; null where readers of this
  /// site shall not be led there.
  public @Nullable URI of(@Nullable String url) {
    var web = beginnings.isEmpty() ? null : WebAddress.of(url);
    if (web == null) {
      return null;
    }
    var address = URI.create(web);
    return has(address) ? address : null;
  }

  /// Whether it lies in the archive.
  public boolean has(URI address) {
    var plain = plain(address);
    return plain != null && beginnings.stream().anyMatch(plain::startsWith);
  }

  /// Scheme, host and path as beginnings are written; null for an address that is not what it looks
  /// like.
  public static @Nullable String plain(URI address) {
    var path = address.getRawPath();
    if (address.getHost() == null
        || address.getScheme() == null
        || address.getRawUserInfo() != null
        || path == null
        || DOTS.matcher(path).find()) {
      return null;
    }
    var root = address.getScheme() + "://" + address.getHost();
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return root.toLowerCase(Locale.ROOT) + port + path;
  }
}
