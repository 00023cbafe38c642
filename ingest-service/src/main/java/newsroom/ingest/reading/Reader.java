package newsroom.ingest.reading;

import java.util.List;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a wire: the one way from bytes to copy, the same for the desk and for a look beforehand.
@Component
public final class Reader {

  private final Formats formats;

  public Reader(Formats formats) {
    this.formats = formats;
  }

  /// The stories of the wire, in its order, each read or not. There is none only where the wire is
  /// a well-made feed that has no entries now.
  ///
  /// @throws Unreadable when no story can be had from it, with a sentence that says why
  public List<Reading> read(Wire wire) throws Unreadable {
    return Addresses.knowing(wire.enclosed(), () -> formats.read(wire));
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
