/// From a wire to its copy: the format reads it, the agency's profile is applied. [Reader] does so
/// for the desk, [Galley] for whoever wants to look before a wire is filed, and [ReadingRoom] where
/// nothing else of the service runs.
@NullMarked
package newsroom.ingest.reading;

import org.jspecify.annotations.NullMarked;
