/// Lists of a site of pages, each cut into pages that stay as they are: sections, topics, authors,
/// days, sitemaps. The ledger notes what changed; a list learns it, and only the few pages that it
/// touches are drawn again. A new kind of list is a line in `Listed` and, where its pages look
/// otherwise, a class that draws them.
@NullMarked
package newsroom.publish.destination.pages.lists;

import org.jspecify.annotations.NullMarked;
