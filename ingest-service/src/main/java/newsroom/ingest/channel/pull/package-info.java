/// Taking files from a folder on another's server, whatever the protocol: [Pull] decides what is
/// whole, what was taken before, and what becomes of a file then; a [Remote] knows the server's
/// language. For channels that fetch files.
@NullMarked
package newsroom.ingest.channel.pull;

import org.jspecify.annotations.NullMarked;
