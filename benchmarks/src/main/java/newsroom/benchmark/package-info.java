/// The race: the newsroom against plain clients, and against the clock. Start at [Race]; a new
/// part is one class that implements [Part] and one line in [Race].
@NullMarked
package newsroom.benchmark;

import org.jspecify.annotations.NullMarked;
