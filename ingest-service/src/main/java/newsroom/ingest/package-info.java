/// Wire copy in: channels bring wires, formats read them, drafts go to `articles.drafted`, what
/// cannot be read lies on the spike. [WireDesk] is the walk.
@NullMarked
package newsroom.ingest;

import org.jspecify.annotations.NullMarked;
