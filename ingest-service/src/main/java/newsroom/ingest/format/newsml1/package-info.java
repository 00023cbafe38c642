/// NewsML 1.0 to 1.2: one or many news items in an envelope, their nested components read for the
/// main text, its lines and its pictures. What identifies a story is `urn:newsml:` with its
/// provider, date and news item id, without the revision; the public identifier, which agencies do
/// not keep unique, counts only where one of these is missing.
@NullMarked
package newsroom.ingest.format.newsml1;

import org.jspecify.annotations.NullMarked;
