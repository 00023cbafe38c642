package newsroom.benchmark.site.load;

import java.net.URI;
import java.util.List;
import java.util.Map;
import newsroom.benchmark.part.Schedule;

/// What the load does with a whole newsroom.
///
/// @param ingest where wires are posted
/// @param receiverPort where webhooks come
/// @param sites whose pages and webhooks to await
/// @param schedule full load and steady rate
/// @param processes whose CPU time to read, besides the load's own
/// @param result the file to write a [FilingResult] to
public record FilingPlan(
    URI ingest,
    int receiverPort,
    List<SiteDoors> sites,
    Schedule schedule,
    Map<String, Family> processes,
    String result) {

  /// Where one site's stories come out.
  ///
  /// @param name of the site, and of its webhook's path
  /// @param pages its folder
  public record SiteDoors(String name, String pages) {}

  /// A process, alone or with all that descend from it.
  public record Family(long root, boolean descendants) {}
}
