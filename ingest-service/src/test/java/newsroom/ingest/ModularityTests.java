package newsroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  /// Which rooms each room knows; what is not named here knows none.
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          "format", Set.of("wire", "copy", "agency"),
          "agency", Set.of("copy", "language"),
          "language", Set.of("copy"),
          "channel", Set.of("wire", "picture"),
          "draft", Set.of("copy"),
          "spike", Set.of("wire"),
          "reading", Set.of("wire", "copy", "agency", "format", "draft"),
          "door", Set.of("wire"));

  private final ApplicationModules rooms = ApplicationModules.of(IngestService.class);

  @Test
  void noRoomReachesIntoAnother() {
    rooms.verify();
  }

  @Test
  void doorsOpenOneWay() {
    for (var room : rooms) {
      if (!room.isRootModule()) {
        assertThat(known(room))
            .as("rooms that %s knows", room.getIdentifier())
            .isSubsetOf(DOORS.getOrDefault(room.getIdentifier().toString(), Set.of()));
      }
    }
  }

  private Set<String> known(ApplicationModule room) {
    return room.getDirectDependencies(rooms)
        .uniqueModules()
        .map(other -> other.getIdentifier().toString())
        .collect(Collectors.toSet());
  }
}
