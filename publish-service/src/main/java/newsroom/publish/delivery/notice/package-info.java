/// What operators are told of destinations, once each time: [Notices] takes it from whoever knows,
/// and a look at the ledger now and then finds what nobody says. It leaves by the room `bulletin`.
/// A new thing to tell: a value of [Notices.Said], the check in a migration, and whoever tells it.
@NullMarked
package newsroom.publish.delivery.notice;

import org.jspecify.annotations.NullMarked;
