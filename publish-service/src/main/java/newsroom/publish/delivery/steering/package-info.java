/// What people do to stories and deliveries by hand, over HTTP: retry, park, release, kill,
/// reinstate, replay; and to destinations: enable. Each goes the ledger's own way, in one
/// transaction with its line in the daybook; nothing here carries anything. A new act: a value of
/// [Act], a method of a repository, an endpoint, and its part of `openapi.yaml`.
@NullMarked
package newsroom.publish.delivery.steering;

import org.jspecify.annotations.NullMarked;
