/// Part (d) of the race: one story to very many sites, beside the same posts without a ledger.
@NullMarked
package newsroom.benchmark.fanout;

import org.jspecify.annotations.NullMarked;
