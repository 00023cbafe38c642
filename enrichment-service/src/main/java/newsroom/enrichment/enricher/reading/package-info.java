/// Reading time: how long a reader needs for the text, by the pace of its language. A language's
/// pace is one number in [Pace].
@NullMarked
package newsroom.enrichment.enricher.reading;

import org.jspecify.annotations.NullMarked;
