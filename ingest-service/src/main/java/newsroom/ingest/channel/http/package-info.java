/// Wires by `POST /wires/{agency}`.
@NullMarked
package newsroom.ingest.channel.http;

import org.jspecify.annotations.NullMarked;
