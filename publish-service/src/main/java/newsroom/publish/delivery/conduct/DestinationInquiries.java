package newsroom.publish.delivery.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import newsroom.publish.delivery.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers how destinations behave.
@RestController
class DestinationInquiries {

  private static final int MOST = 1_000;

  private final Register register;
  private final Circuits circuits;
  private final Notices notices;

  DestinationInquiries(Register register, Circuits circuits, Notices notices) {
    this.register = register;
    this.circuits = circuits;
    this.notices = notices;
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
}
