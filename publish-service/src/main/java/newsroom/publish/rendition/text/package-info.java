/// Plain text in UTF-8: the story as one reads it, for mail and screens.
@NamedInterface("text")
@NullMarked
package newsroom.publish.rendition.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
