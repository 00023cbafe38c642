package newsroom.publish.rendition;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Addresses from wires, which a page may only follow to the web: `javascript:` and `data:` are no
/// addresses.
public final class WebAddress {

  private WebAddress() {}

  /// The address in a form that a page may carry; null where it is none of the web.
  public static @Nullable String of(@Nullable String href) {
    if (href == null) {
      return null;
    }
    try {
      URI address = new URI(Legible.text(href.strip()).replace(" ", "%20"));
      boolean web =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null ? address.toASCIIString() : null;
    } catch (URISyntaxException noAddress) {
      return null;
    }
  }
}
