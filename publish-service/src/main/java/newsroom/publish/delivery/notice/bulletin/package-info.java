/// Brings notices to operators: those of one kind leave together as a bulletin, to a webhook and to
/// mail addresses, each with tries of its own. A new way: a [Receiver], and its settings.
@NullMarked
package newsroom.publish.delivery.notice.bulletin;

import org.jspecify.annotations.NullMarked;
