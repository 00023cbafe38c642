/// Kafka as the operator sees it: declares the topics as soon as there is a broker, and says in
/// `/actuator/health` whether there is one.
@NullMarked
package newsroom.ingest.broker;

import org.jspecify.annotations.NullMarked;
