/// An archive of any size from a small one, for measuring: real news told again with other names
/// and things in it.
@NullMarked
package newsroom.benchmark.archive;

import org.jspecify.annotations.NullMarked;
