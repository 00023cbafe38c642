/// Ways in. Each channel is one room below this one; it knows wires and the desk and nothing of
/// formats, and acknowledges a wire to its sender only after the desk has taken it. A new channel:
/// a room, its settings, and a test that extends `ChannelContract`.
@NullMarked
package newsroom.ingest.channel;

import org.jspecify.annotations.NullMarked;
