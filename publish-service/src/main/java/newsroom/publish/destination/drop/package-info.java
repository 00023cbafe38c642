/// The destination `drop`: each version of a story as files in a folder, on this machine or on a
/// partner's server, and each kill as one. Where the files go is a `Place`.
@NullMarked
package newsroom.publish.destination.drop;

import org.jspecify.annotations.NullMarked;
