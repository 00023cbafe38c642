/// Which stories of the morgue are related to one, and how much. [Lookup] asks; [Recipe] says what
/// counts how much, with constants chosen by measuring. A new sign of relatedness is a component
/// of [Signs] and a weight in [Recipe].
@NullMarked
package newsroom.enrichment.ranking;

import org.jspecify.annotations.NullMarked;
