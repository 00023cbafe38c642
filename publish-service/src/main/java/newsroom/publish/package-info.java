/// Stories out: site rules decide who takes a story, the ledger keeps one delivery per story and
/// destination, what is due is carried, and the last word goes to `articles.published`. [Publish]
/// is the walk.
@NullMarked
package newsroom.publish;

import org.jspecify.annotations.NullMarked;
