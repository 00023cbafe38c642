/// Where files are dropped: a folder here, on an SFTP server, on an FTP server, a bucket of S3. A
/// new kind of place is one class beside these and a line in `Places`.
@NullMarked
package newsroom.publish.destination.drop.place;

import org.jspecify.annotations.NullMarked;
