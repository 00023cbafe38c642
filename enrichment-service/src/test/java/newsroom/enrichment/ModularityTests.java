package newsroom.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  private final ApplicationModules rooms = ApplicationModules.of(EnrichmentService.class);

  @Test
  void roomsKeepTheirDoorsShut() {
    rooms.verify();
  }

  @Test
  void doorsOpenOneWay() {
    // Given
    Map<String, Set<String>> allowed =
        Map.of(
            "renewal", Set.of("story", "broker", "embedding", "morgue", "ranking", "enricher"),
            "story", Set.of(),
            "broker", Set.of(),
            "vocabulary", Set.of("story"),
            "embedding", Set.of("story", "vocabulary"),
            "morgue", Set.of("story", "vocabulary", "embedding", "broker"),
            "ranking", Set.of("story", "vocabulary", "embedding", "morgue"),
            "enricher", Set.of("story", "vocabulary", "embedding", "morgue", "ranking"),
            "evaluation", Set.of("story", "vocabulary", "embedding", "morgue", "ranking"));

    // When
    var doors = rooms.stream().collect(Collectors.toMap(this::name, this::doors));

    // Then
    assertThat(doors.keySet()).isEqualTo(allowed.keySet());
    doors.forEach((room, behind) -> assertThat(behind).as(room).isSubsetOf(allowed.get(room)));
  }

  private String name(ApplicationModule room) {
    return room.getIdentifier().toString();
  }

  private Set<String> doors(ApplicationModule room) {
    return room.getDirectDependencies(rooms)
        .uniqueModules()
        .map(this::name)
        .collect(Collectors.toSet());
  }
}
