/// Kafka and PostgreSQL as this service leans on them: what it needs is set up as soon as they are
/// there, in whatever order they come, and health says what is so.
@NullMarked
package newsroom.publish.broker;

import org.jspecify.annotations.NullMarked;
