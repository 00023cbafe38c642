/// Wires from folders on agencies' FTP servers, plain or with TLS. What is taken and when is told
/// by `newsroom.ingest.channel.pull`; this room speaks FTP.
@NullMarked
package newsroom.ingest.channel.ftp;

import org.jspecify.annotations.NullMarked;
