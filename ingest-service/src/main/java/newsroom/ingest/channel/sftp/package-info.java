/// Wires from folders on agencies' SFTP servers, whose keys are known beforehand. What is taken and
/// when is told by `newsroom.ingest.channel.pull`; this room speaks SFTP.
@NullMarked
package newsroom.ingest.channel.sftp;

import org.jspecify.annotations.NullMarked;
