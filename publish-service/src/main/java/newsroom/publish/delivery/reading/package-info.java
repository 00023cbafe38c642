/// What others may know of the ledger: the answers over HTTP, the shelf for pages that list
/// stories, the gauges, the last word for the outbox.
@NullMarked
package newsroom.publish.delivery.reading;

import org.jspecify.annotations.NullMarked;
