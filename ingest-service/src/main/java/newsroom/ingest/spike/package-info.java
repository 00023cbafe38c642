/// Wires that could not be read, kept with their bytes and the reason until someone tries them
/// again or throws them away: one folder for each, and `/spike` over HTTP.
@NullMarked
package newsroom.ingest.spike;

import org.jspecify.annotations.NullMarked;
