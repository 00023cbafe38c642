/// What the text formats of teleprinters share: messages between control characters, datelines,
/// columns. A format that is transmitted the same way begins with [Messages].
@NullMarked
package newsroom.ingest.format.teletype;

import org.jspecify.annotations.NullMarked;
