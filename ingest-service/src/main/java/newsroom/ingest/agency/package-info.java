/// What is known of each agency beforehand: its profile, as data. Formats ask it what a wire leaves
/// open; they hold no rule for a single agency themselves.
@NullMarked
package newsroom.ingest.agency;

import org.jspecify.annotations.NullMarked;
