/// The whole newsroom in one process: Kafka and PostgreSQL kept on disk, the three services, two
/// demo sites and a partner's receiver. [LocalNewsroom] opens and closes it; [LocalNewsroom#main]
/// is the launcher's entry.
@NullMarked
package newsroom.local;

import org.jspecify.annotations.NullMarked;
