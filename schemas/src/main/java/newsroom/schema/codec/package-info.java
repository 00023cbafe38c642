/// Events to bytes and back, in Avro's single-object encoding: two marker bytes, the fingerprint of
/// the writer's schema, the record. Every schema ever released is known, so every event ever
/// written can be read.
@NullMarked
package newsroom.schema.codec;

import org.jspecify.annotations.NullMarked;
