package newsroom.publish.delivery.steering;

import static newsroom.publish.Events.story;
import static org.assertj.core.api.Assertions.assertThat;

import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DestinationOrdersTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);
  private final MockMvcTester http = MockMvcTester.of(bench.bean(DestinationOrders.class));

  @AfterEach
  void close() {
    bench.close();
  }

  private MvcTestResult enable(String destination, String body) {
    return http.post()
        .uri("/sites/" + destination + "/enable")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private static String order() {
    return "{\"by\": \"Anna Berg\", \"why\": \"they moved and are back\"}";
  }

  @Test
  void aDestinationIsEnabledByHandWithALineInTheDaybook() {
    // Given
    national.answer = _ -> new Transmission.Closed("the receiver answered 410");
    bench.enter(story(1));
    bench.carry();
    national.answer = Recording::accept;

    // When
    var said = enable(NATIONAL, order());
    bench.carry();

    // Then
    assertThat(said).hasStatusOk().bodyText().contains("\"due\":1");
    assertThat(national.shown).hasSize(1);
    assertThat(
            bench.jdbc.queryForList(
                "select concat_ws('; ', by, act, why, site, chosen, deliveries)"
                    + " from publish.daybook",
                String.class))
        .containsExactly(
            "Anna Berg; enable; they moved and are back; national;"
                + " destination national/recording; 1");
  }

  @Test
  void whatIsEnabledStaysSoAndIsNotInTheDaybook() {
    assertThat(enable(NATIONAL, order())).hasStatusOk().bodyText().contains("\"line\":null");
    assertThat(bench.jdbc.queryForList("select 1 from publish.daybook")).isEmpty();
  }

  @Test
  void nobodyEnablesWithoutSayingWhoAndWhy() {
    assertThat(enable(NATIONAL, "{\"by\": \"Anna Berg\"}")).hasStatus(400);
    assertThat(enable(NATIONAL, "{\"why\": \"they are back\"}")).hasStatus(400);
  }

  @Test
  void aPageOfAnotherSiteCannotEnable() {
    assertThat(http.post().uri("/sites/national/recording/enable")).hasStatus(415);
  }

  @Test
  void anUnknownDestinationIsNotEnabled() {
    assertThat(enable("harbor/telex", order())).hasStatus(404);
  }
}
