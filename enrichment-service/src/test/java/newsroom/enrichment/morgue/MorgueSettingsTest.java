package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MorgueSettingsTest {

  @Test
  void anOpenSearchIsNotMadeToRefreshAsOftenAsAnIndexOnThisMachine() {
    assertThat(refreshEvery("lucene", "")).isLessThan(refreshEvery("opensearch", ""));
    assertThat(refreshEvery("opensearch", ""))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(800));
  }

  @Test
  void howOftenCanBeSetForBoth() {
    assertThat(refreshEvery("lucene", "2s")).isEqualTo(Duration.ofSeconds(2));
    assertThat(refreshEvery("opensearch", "100ms")).isEqualTo(Duration.ofMillis(100));
  }

  private static Duration refreshEvery(String kind, String set) {
    var keys = Map.of("morgue.kind", kind, "morgue.refresh-every", set);
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("morgue", MorgueSettings.class)
        .refreshEvery();
  }
}
