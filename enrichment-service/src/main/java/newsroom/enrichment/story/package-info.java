/// A story as enrichment sees it: the text to compare and the blocks to put promos between. Avro's
/// classes come no further than this room: [Stories] maps in, [Candidates] maps out. A new fact
/// about a story is a component of [Story] and a line in [Stories].
@NullMarked
package newsroom.enrichment.story;

import org.jspecify.annotations.NullMarked;
