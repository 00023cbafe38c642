package newsroom.ingest.format;

import java.time.Instant;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.copy.Copy.Status;
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
    return of(pubStatus, embargoed, WireDate.parse(embargoed, agency.zone()), agency);
  }

  /// The same, where the format reads the date in its own way.
  ///
  /// @param until what could be read of it
  public static Embargo of(
      @Nullable String pubStatus,
      @Nullable String embargoed,
      @Nullable Instant until,
      Agency agency) {
    var ignored = agency.emptyEmbargo() == EmptyEmbargo.IGNORE;
    var status = Statuses.of(pubStatus, until != null || ignored);
    var endless = embargoed != null && until == null && !ignored;
    return new Embargo(endless && status == Status.USABLE ? Status.WITHHELD : status, until);
  }
}
