/// Sitemaps, from which search engines learn what a site has: all that is recent, and the news of
/// two days.
@NamedInterface("sitemap")
@NullMarked
package newsroom.publish.rendition.sitemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
