package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import newsroom.publish.delivery.Unfit;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class UnfitTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatTheLedgerCanNeverHoldIsLeftOutAndTheRestIsEntered() {
    // When
    var entered =
        bench.enter(
            story(1),
            story(2).created(Instant.parse("+300000-01-01T00:00:00Z")),
            story(3),
            story(4).expires(Instant.parse("-9999-01-01T00:00:00Z")),
            story(5).uri("urn:with a \0 in it"),
            story(6).uri("urn:" + "%08x".formatted(7).repeat(20_000)),
            story(7));
    bench.carry();

    // Then
    assertThat(entered.unfit()).extracting(Unfit::index).containsExactly(1, 3, 4);
    assertThat(entered.unfit())
        .allSatisfy(it -> assertThat(it.reason()).startsWith("the ledger cannot hold it"));
    assertThat(national.shown).containsKeys(uri(1), uri(3), uri(7));
  }

  @Test
  void aLedgerThatLacksItsTablesIsNoFaultOfTheStories() {
    // Given
    bench.jdbc.execute("alter table publish.take rename to elsewhere");

    // Then
    try {
      assertThatThrownBy(() -> bench.enter(story(1), story(2)))
          .isInstanceOf(DataAccessException.class);
    } finally {
      bench.jdbc.execute("alter table publish.elsewhere rename to take");
    }
  }

  @Test
  void anAnswerThatTheLedgerCannotHoldHoldsUpNoOther() {
    // Given
    bench.enter(story(1), story(2).headline("Ice \0 holds"), story(3));
    national.answer =
        dispatch ->
            dispatch.uri().equals(uri(3))
                ? new Transmission.Refused("no\0 thanks")
                : Recording.accept(dispatch);

    // When
    bench.carry();

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
    assertThat(bench.state(NATIONAL, 2)).isEqualTo("LIVE");
    assertThat(bench.column("reason", NATIONAL, 3)).isEqualTo("no\ufffd thanks");
    assertThat(national.carried).hasSize(3);
  }

  @Test
  void aStoryWhoseOutcomeCannotBeWrittenIsParkedAlone() {
    // Given
    bench.jdbc.execute(
        "alter table publish.delivery add constraint short check (length(remote_id) < 10)");

    // When
    try {
      national.answer =
          dispatch ->
              dispatch.uri().equals(uri(2))
                  ? new Transmission.Accepted(null, "far too long an identifier")
                  : Recording.accept(dispatch);
      bench.enter(story(1), story(2), story(3));
      bench.carry();
    } finally {
      bench.jdbc.execute("alter table publish.delivery drop constraint short");
    }

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
    assertThat(bench.state(NATIONAL, 3)).isEqualTo("LIVE");
    assertThat(bench.state(NATIONAL, 2)).isEqualTo("PARKED");
    assertThat(bench.column("reason", NATIONAL, 2)).contains("the ledger cannot hold it");
    assertThat(national.carried).hasSize(3);
  }

  @Test
  void noMoreTextIsClaimedAtOnceThanFitsIntoMemory() {
    // Given
    for (int number = 1; number <= 5; number++) {
      bench.enter(story(number).text("x".repeat(5 * 1024 * 1024)));
    }

    // Then
    var claims = bench.bean(Claims.class);
    var now = bench.clock.instant();
    var claim = new Claims.Claim(NATIONAL, "me", now, now.plusSeconds(60), 100);
    assertThat(claims.due(claim)).hasSize(4);
    assertThat(claims.due(claim)).hasSize(1);
  }
}
