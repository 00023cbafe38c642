/// Kafka inside this process, with its log kept on disk.
@NullMarked
package newsroom.local.broker;

import org.jspecify.annotations.NullMarked;
