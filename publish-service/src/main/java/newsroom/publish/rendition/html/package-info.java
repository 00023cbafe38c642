/// Web pages: a story, the front page, a section's page, and the page that stands where a story was
/// taken down. The layout lies in `src/main/jte`, the look in `newsroom.css` beside this room's
/// resources; both are compiled in. [Html] is the door. A new kind of page: a template, a record of
/// what it shows, and a method there.
@NamedInterface("html")
@NullMarked
package newsroom.publish.rendition.html;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
