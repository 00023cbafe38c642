package newsroom.ingest.reading;

import java.util.List;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.agency.CopyTaster;
import newsroom.ingest.agency.Taste;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a wire by its format and tastes its copy by the profile of its agency: the one way from
// bytes to copy, the same for the desk and for a look beforehand.
@Component
public final class Reader {

  private final Formats formats;
  private final CopyTaster taster;
  private final Agencies agencies;

  public Reader(Formats formats, CopyTaster taster, Agencies agencies) {
    this.formats = formats;
    this.taster = taster;
    this.agencies = agencies;
  }

  /// The stories of the wire, in its order, each read or not. There is none only where the wire is
  /// a well-made feed that has no entries now.
  ///
  /// @throws Unreadable when no story can be had from it, with a sentence that says why
  public List<Reading> read(Wire wire) throws Unreadable {
    var readings = Addresses.knowing(wire.enclosed(), () -> formats.read(wire));
    var sender = agencies.knows(wire.agency()) ? null : sender(readings);
    if (sender == null) {
      return tasted(wire.agency(), readings);
    }
    return tasted(
        sender.name(), Addresses.knowing(wire.enclosed(), () -> formats.read(wire, sender)));
  }

  /// Whose guids a wire carries that came in under a name without a profile.
  private @Nullable Agency sender(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Read.class::isInstance)
        .findFirst()
        .flatMap(reading -> agencies.ofGuid(((Reading.Read) reading).copy().guid()))
        .orElse(null);
  }

  private List<Reading> tasted(String agency, List<Reading> readings) {
    return readings.stream().map(reading -> tasted(agency, reading)).toList();
  }

  private Reading tasted(String agency, Reading reading) {
    return switch (reading) {
      case Reading.Failed failed -> failed;
      case Reading.Read(var copy) -> tasted(agency, copy);
    };
  }

  private Reading tasted(String agency, Copy copy) {
    try {
      return switch (taster.taste(agency, copy)) {
        case Taste.Kept(var kept) -> new Reading.Read(kept);
        case Taste.SetAside(var reason) -> new Reading.Failed(reason);
      };
    } catch (RuntimeException e) {
      // one story that breaks a profile's rule must not keep the others of its wire
      return new Reading.Failed(
          "Story “" + copy.guid() + "” broke the profile of " + agency + ": " + e + ".");
    }
  }

  /// What an unreadable wire was taken for; null when it is of no format we know.
  public @Nullable String format(Wire wire) {
    return formats.recognise(wire).orElse(null);
  }

  /// The sentence for the spike.
  public static String sentence(Unreadable unreadable) {
    var message = unreadable.getMessage();
    return message == null ? "This wire cannot be read." : message;
  }
}
