package newsroom.ingest.format.fuzz;

import java.nio.charset.StandardCharsets;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Unreadable;

/// What the fuzzer calls, in a process of its own: the format that the system property
/// `newsroom.fuzz.format` names reads the bytes, whether or not it would recognise them.
public final class FuzzedFormat {

  private static final Format FORMAT =
      AllFormats.named(System.getProperty("newsroom.fuzz.format", "nitf"));
  private static final Agency AGENCY = Agency.unknown("coastal");

  private FuzzedFormat() {}

  /// Loads every class that reading needs before the clock of the first try runs: instrumented,
  /// that alone takes seconds on a busy machine.
  public static void fuzzerInitialize() {
    for (var example : AllFormats.examples()) {
      fuzzerTestOneInput(example.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The fuzzer's way in: whatever is thrown from here is a finding.
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      for (var reading : FORMAT.read(AllFormats.wire(bytes, null), AGENCY)) {
        if (reading instanceof Format.Reading.Read(var copy)) {
          Promised.of(copy);
        }
      }
    } catch (Unreadable e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new IllegalStateException("unreadable, but no word why", e);
      }
    }
  }
}
