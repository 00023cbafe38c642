/// Subjects as Media Topics of the IPTC: those that the wire has, and those that its older Subject
/// Codes stand for. A topic is a line in `media-topics.tsv`; an agency's own codes are mapped by
/// its profile, before a story comes here.
@NullMarked
package newsroom.enrichment.enricher.topics;

import org.jspecify.annotations.NullMarked;
