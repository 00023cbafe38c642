/// Keywords: the names and words that set a story apart from all others of its language, by the
/// counts of the morgue. A language in which nouns are written with a capital letter is one code in
/// [Names].
@NullMarked
package newsroom.enrichment.enricher.keywords;

import org.jspecify.annotations.NullMarked;
