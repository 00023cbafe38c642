package newsroom.system;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;

/// The promises, with Kafka and PostgreSQL in containers. Skipped where there is no engine.
@EnabledIf(value = "thereIsAnEngine", disabledReason = "no container engine on this machine")
class ContainerNewsroomTests extends NewsroomContract {

  static boolean thereIsAnEngine() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  Ground open(Path data, Partner partner) {
    return ContainerGround.open(data, partner);
  }
}
