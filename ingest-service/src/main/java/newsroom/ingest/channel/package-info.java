/// Ways in. Each channel is one room below this one; it knows wires and the desk and nothing of
/// formats, and acknowledges a wire to its sender only after the desk has taken it. What channels
/// that ask for their wires share stands here: [Rounds] goes to every [Source] at its own pace and
/// tells how it fares. A new channel: a room, its settings, a [Sources] bean if it asks rather than
/// is called, and a test that extends `ChannelContract`.
@NullMarked
package newsroom.ingest.channel;

import org.jspecify.annotations.NullMarked;
