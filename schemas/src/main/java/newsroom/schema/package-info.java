/// The events on the topics, generated from `articles.avdl`. A new field needs a default and a new
/// file under `newsroom/schema/released`.
@NullUnmarked
package newsroom.schema;

import org.jspecify.annotations.NullUnmarked;
