/// NewsML-G2 of any version: news items alone or in a news message, with NITF, XHTML or plain text
/// in them. Conformance level, catalogues and prefixes do not matter; packages and planning items
/// are no stories.
@NullMarked
package newsroom.ingest.format.newsmlg2;

import org.jspecify.annotations.NullMarked;
