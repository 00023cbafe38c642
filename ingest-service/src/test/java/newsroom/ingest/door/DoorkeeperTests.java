package newsroom.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import newsroom.ingest.FakeDesk;
import newsroom.ingest.HttpRooms;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class DoorkeeperTests {

  private static final String WIRES = "/wires/wireone";
  private static final String AUTHORIZATION = "Authorization";

  private final FakeDesk desk = new FakeDesk();

  @Test
  void onItsOwnMachineNobodyNeedsAToken() {
    try (var rooms = HttpRooms.start(desk)) {
      assertThat(HttpRooms.http(rooms).post(WIRES, "Bridge").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void whereOthersCanConnectTheyShowTheToken() {
    try (var rooms =
        HttpRooms.start(desk, "--server.address=0.0.0.0", "--newsroom.ingest.token=s3cret")) {
      var http = HttpRooms.http(rooms);

      // When
      var none = http.post(WIRES, "Bridge");
      var wrong = http.post(WIRES, "Bridge", "Authorization", "Bearer s3cretx");
      var basic = http.post(WIRES, "Bridge", "Authorization", "Basic s3cret");
      var right = http.post(WIRES, "Bridge", "Authorization", "bearer s3cret");

      // Then
      assertThat(none.statusCode()).isEqualTo(401);
      assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(none.body()).contains("Authorization: Bearer").doesNotContain("s3cret");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(basic.statusCode()).isEqualTo(401);
      assertThat(right.statusCode()).isEqualTo(202);
      assertThat(desk.taken()).hasSize(1);
    }
  }

  @Test
  void whatIsNotOutYetIsShownToNobodyWithoutTheToken() {
    try (var rooms =
        HttpRooms.start(desk, "--server.address=0.0.0.0", "--newsroom.ingest.token=s3cret")) {
      var http = HttpRooms.http(rooms);
      assertThat(http.get("/spike").statusCode()).isEqualTo(401);
      for (var way : new String[] {"..", "%2e%2e", "..;", "%2E."}) {
        assertThat(http.get("/actuator/" + way + "/spike").statusCode()).as(way).isNotEqualTo(200);
      }
      assertThat(http.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(http.get("/actuator/env").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void withoutATokenItDoesNotOpenToOthers() {
    assertThatThrownBy(() -> HttpRooms.start(desk, "--server.address=0.0.0.0"))
        .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class)
        .rootCause()
        .hasMessageContaining("newsroom.ingest.token");
  }

  @Test
  void aPageOfAnotherSiteInABrowserMayNotFileWires() {
    try (var rooms = HttpRooms.start(desk)) {
      var answer =
          HttpRooms.http(rooms).post(WIRES, "Bridge", "Origin", "https://elsewhere.example");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(desk.asked()).isZero();
    }
  }

  @Test
  void theTokenIsNotInWhatTheSettingsSayOfThemselves() {
    assertThat(new DoorSettings("s3cret", Map.of("afp", "0ther")).toString())
        .doesNotContain("s3cret")
        .doesNotContain("0ther")
        .contains("afp");
  }

  @Test
  void anAgencysTokenOpensItsOwnWiresOnly() {
    try (var rooms =
        HttpRooms.start(
            desk,
            "--newsroom.ingest.token=s3cret",
            "--newsroom.ingest.tokens.wireone=0ne",
            "--newsroom.ingest.tokens.wiretwo=tw0")) {
      var http = HttpRooms.http(rooms);
      assertThat(http.post(WIRES, "Bridge", AUTHORIZATION, "Bearer 0ne").statusCode())
          .isEqualTo(202);
      assertThat(http.post(WIRES + "/read", "Bridge", AUTHORIZATION, "Bearer 0ne").statusCode())
          .isEqualTo(200);
      assertThat(http.post(WIRES, "Bridge", AUTHORIZATION, "Bearer s3cret").statusCode())
          .isEqualTo(202);
      for (var path : new String[] {"/wires/wiretwo", "/wires/other", "/spike/1/retry"}) {
        assertThat(http.post(path, "Bridge", AUTHORIZATION, "Bearer 0ne").statusCode())
            .as(path)
            .isEqualTo(401);
      }
      assertThat(desk.asked()).isEqualTo(2);
    }
  }

  @Test
  void onItsOwnMachineAnAgencyWithATokenStillShowsIt() {
    try (var rooms = HttpRooms.start(desk, "--newsroom.ingest.tokens.wireone=0ne")) {
      var http = HttpRooms.http(rooms);
      assertThat(http.post(WIRES, "Bridge").statusCode()).isEqualTo(401);
      assertThat(http.post("/wires/%77ireone", "Bridge").statusCode()).isEqualTo(401);
      assertThat(http.post(WIRES + "/", "Bridge").statusCode()).isIn(401, 404);
      assertThat(http.post("/wires/wiretwo", "Bridge").statusCode()).isEqualTo(202);
      assertThat(http.get("/spike").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anEmptyTokenOfAnAgencyIsRefusedAtTheStart() {
    assertThatThrownBy(() -> HttpRooms.start(desk, "--newsroom.ingest.tokens.wireone="))
        .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class)
        .rootCause()
        .hasMessageContaining("newsroom.ingest.tokens.wireone");
  }
}
