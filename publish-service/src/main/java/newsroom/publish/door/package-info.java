/// Who may come in over HTTP, and the document that says what is to be had inside.
@NullMarked
package newsroom.publish.door;

import org.jspecify.annotations.NullMarked;
