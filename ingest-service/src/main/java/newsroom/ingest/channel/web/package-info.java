/// Asking web servers, within limits of size and time and never at addresses inside: for channels
/// that fetch by HTTP.
@NullMarked
package newsroom.ingest.channel.web;

import org.jspecify.annotations.NullMarked;
