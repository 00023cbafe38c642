/// What the forms for partners share: a [newsroom.publish.rendition.edition.Rendition] makes one
/// file of one story, or of the word that it was taken down. A new form: a room beside this one
/// with one bean of that type, and a line in `RenditionContract`.
@NamedInterface("edition")
@NullMarked
package newsroom.publish.rendition.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
