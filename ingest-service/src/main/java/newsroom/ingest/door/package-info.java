/// Who may come in over HTTP, and what is said when the desk is closed.
@NullMarked
package newsroom.ingest.door;

import org.jspecify.annotations.NullMarked;
