package newsroom.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/// Where the services' log lines go. Three services that start at once would set up the one logging
/// system of their process three times at once; it is set up here, before them.
final class ServiceLog {

  private ServiceLog() {}

  /// All to a file, warnings to the terminal too.
  static void to(Path file) {
    System.setProperty("newsroom.log", file.toString());
    initialise("classpath:newsroom/local/logback.xml");
  }

  /// Leaves the lines where they go already, as in a test.
  static void settle() {
    initialise(null);
  }

  private static void initialise(@Nullable String configuration) {
    var system = LoggingSystem.get(ServiceLog.class.getClassLoader());
    system.beforeInitialize();
    system.initialize(
        new LoggingInitializationContext(new StandardEnvironment()), configuration, null);
  }
}
