/// The ledger: one row per story and destination in PostgreSQL, and the work that is due by it.
@NullMarked
package newsroom.publish.delivery;

import org.jspecify.annotations.NullMarked;
