package newsroom.publish.delivery.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import newsroom.publish.delivery.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers how destinations behave, and brings one back.
@RestController
class DestinationInquiries {

  private static final int MOST = 1_000;

  private final Register register;
  private final Circuits circuits;
  private final Notices notices;
  private final Recovery recovery;

  DestinationInquiries(Register register, Circuits circuits, Notices notices, Recovery recovery) {
    this.register = register;
    this.circuits = circuits;
    this.notices = notices;
    this.recovery = recovery;
  }

  /// How a destination behaves.
  ///
  /// @param circuit `closed`, `half-open`, `open`, as this instance sees it
  record Behaviour(
      String destination,
      String circuit,
      @Nullable Instant failingSince,
      @Nullable String lastTrouble,
      @Nullable Instant quietUntil,
      @Nullable Instant disabledAt,
      @Nullable String disabledWhy) {}

  /// What was asked for is under way.
  ///
  /// @param due so many stories leave now
  record Due(String destination, int due) {}

  @GetMapping("/destinations")
  List<Behaviour> destinations() {
    var footings = register.all();
    return circuits.all().entrySet().stream()
        .map(
            one ->
                behaviour(
                    one.getKey(),
                    one.getValue().circuit(),
                    footings.getOrDefault(one.getKey(), Footing.GOOD)))
        .toList();
  }

  @GetMapping("/notices")
  List<Notices.Notice> notices(@RequestParam(defaultValue = "100") int limit) {
    return notices.latest(Math.clamp(limit, 1, MOST));
  }

  @PostMapping("/sites/{site}/{destination}/enable")
  Due enable(@PathVariable String site, @PathVariable String destination) {
    var name = known(site, destination);
    return new Due(name, recovery.enable(name));
  }

  private String known(String site, String destination) {
    var name = site + "/" + destination;
    var all = circuits.all();
    if (!all.containsKey(name)) {
      throw problem(
          HttpStatus.NOT_FOUND, "there is no destination " + name + "; there are " + all.keySet());
    }
    return name;
  }

  private static Behaviour behaviour(String name, Circuit circuit, Footing footing) {
    var disabled = footing.disabled();
    return new Behaviour(
        name,
        circuit.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        footing.failingSince(),
        footing.lastTrouble(),
        footing.quietUntil(),
        disabled == null ? null : disabled.since(),
        disabled == null ? null : disabled.why());
  }

  private static ErrorResponseException problem(HttpStatus status, String sentence) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, sentence), null);
  }
}
