/// ninjs 1, 2 and 3, told apart key by key: capitals, underscores and plurals differ between them,
/// what they mean does not. One item, a list of items, or an object that holds them as `items`.
@NullMarked
package newsroom.ingest.format.ninjs;

import org.jspecify.annotations.NullMarked;
