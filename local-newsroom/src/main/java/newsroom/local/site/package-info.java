/// A site's folder over HTTP, as a plain web server on air would serve it. Knows nothing of
/// stories.
@NullMarked
package newsroom.local.site;

import org.jspecify.annotations.NullMarked;
