/// The ledger of publish at two sizes: what each thing that it does costs with ten thousand
/// deliveries and with ten million, in turns.
@NullMarked
package newsroom.benchmark.ledger;

import org.jspecify.annotations.NullMarked;
