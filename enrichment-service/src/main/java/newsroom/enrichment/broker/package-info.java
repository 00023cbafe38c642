/// Kafka, as this service needs it beside reading and writing: topics declared, the drafted binding
/// started once everything it needs is there, dead letters, and health that tells the truth within
/// seconds. What else must be ready before the first story is a [Precondition] bean.
@NullMarked
package newsroom.enrichment.broker;

import org.jspecify.annotations.NullMarked;
