/// Part (a) of the race: the enrichment service with its enricher off against a relay of plain
/// Kafka clients.
@NullMarked
package newsroom.benchmark.plumbing;

import org.jspecify.annotations.NullMarked;
