/// Related links: the story's most telling words are looked up in the morgue, what is found is
/// weighed by age, cut where it is not related enough, and given a place between paragraphs. Every
/// constant was chosen on judged news; the reasons stand beside them.
@NullMarked
package newsroom.enrichment.enricher.related;

import org.jspecify.annotations.NullMarked;
