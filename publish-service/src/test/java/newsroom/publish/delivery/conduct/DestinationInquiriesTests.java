package newsroom.publish.delivery.conduct;

import static newsroom.publish.Events.story;
import static org.assertj.core.api.Assertions.assertThat;

import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.delivery.steering.ByHand;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class DestinationInquiriesTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final MockMvcTester http = MockMvcTester.of(bench.bean(DestinationInquiries.class));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aDestinationThatWasDisabledIsSeen() {
    // Given
    bench.at(NATIONAL).answer = _ -> new Transmission.Closed("the receiver answered 410");
    bench.enter(story(1));
    bench.carry();

    // Then
    assertThat(http.get().uri("/destinations"))
        .bodyText()
        .contains("\"disabledWhy\":\"the receiver answered 410\"", "harbor/recording");
    assertThat(http.get().uri("/notices")).bodyText().contains("DISABLED");

    // When
    ByHand.enable(bench, NATIONAL);
    bench.carry();

    // Then
    assertThat(http.get().uri("/destinations")).bodyText().contains("\"circuit\":\"closed\"");
    assertThat(http.get().uri("/notices"))
        .bodyText()
        .contains("destination is enabled again (Anna Berg): the site is back");
  }
}
