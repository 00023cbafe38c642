/// Ways to read a wire. Each format is one room below this one with one [Format] bean; [Formats]
/// picks by the bytes. A new format: a room, a bean, and a test that extends `FormatContract`.
@NullMarked
package newsroom.ingest.format;

import org.jspecify.annotations.NullMarked;
