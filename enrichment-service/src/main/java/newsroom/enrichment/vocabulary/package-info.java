/// The words of a language: how a text is cut into them, how rare each is in the archive, and what
/// a text is about by them. A language with an analyzer of its own is one line in [Analyzers]; one
/// with commonplaces of its own is a file beside `commonplace.en.txt`.
@NullMarked
package newsroom.enrichment.vocabulary;

import org.jspecify.annotations.NullMarked;
