/// Ways to bring a rendition to where it is read. Each kind is one room below this one with one
/// [DestinationKind] bean. A new kind: a room, a bean, and a test that extends
/// `DestinationContract`.
@NullMarked
package newsroom.publish.destination;

import org.jspecify.annotations.NullMarked;
