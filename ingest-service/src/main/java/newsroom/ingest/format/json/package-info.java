/// What the JSON formats share: the parser, asking an object for its keys, and telling whose JSON
/// it is. A new JSON format is a room of its own, beside this one, and a constant of [Dialect].
///
/// [Dialect]: newsroom.ingest.format.json.Dialect
@NullMarked
package newsroom.ingest.format.json;

import org.jspecify.annotations.NullMarked;
