/// Feeds: what a site or a section has newest, as RSS 2.0 and as JSON Feed 1.1. A story that was
/// taken down is in no feed: neither form has a word for it.
@NamedInterface("feed")
@NullMarked
package newsroom.publish.rendition.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
