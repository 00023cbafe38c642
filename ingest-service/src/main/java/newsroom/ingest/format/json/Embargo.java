package newsroom.ingest.format.json;

import java.time.Instant;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.Statuses;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// Whether a story may be seen, and from when.
///
/// @param until nothing may be seen before
public record Embargo(Status status, @Nullable Instant until) {

  /// Reads both. An embargo whose end is not said or cannot be read means what the agency's profile
  /// says: it holds the story until the agency says otherwise, or nothing.
  ///
  /// @param pubStatus `usable`, `withheld`, `canceled`, `embargoed`; null means usable
  /// @param embargoed the date, or what stands in its place
  public static Embargo of(@Nullable String pubStatus, @Nullable String embargoed, Agency agency) {
    var until = WireDate.parse(embargoed, agency.zone());
    var ignored = agency.emptyEmbargo() == EmptyEmbargo.IGNORE;
    var status = Statuses.of(pubStatus, until != null || ignored);
    var endless = embargoed != null && until == null && !ignored;
    return new Embargo(endless && status == Status.USABLE ? Status.WITHHELD : status, until);
  }
}
