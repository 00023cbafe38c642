/// How good related links are, measured: `./newsroom evaluate-links` runs the service's own ranking
/// over a corpus with judgements, beside Lucene's MoreLikeThis. No service uses it. Another system
/// to compare with implements [Contestant].
@NullMarked
package newsroom.enrichment.evaluation;

import org.jspecify.annotations.NullMarked;
