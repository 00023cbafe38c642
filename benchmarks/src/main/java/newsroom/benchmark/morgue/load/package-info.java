/// The loads of a morgue: topics filled with stories, and questions asked of an index.
@NullMarked
package newsroom.benchmark.morgue.load;

import org.jspecify.annotations.NullMarked;
