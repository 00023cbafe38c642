package newsroom.ingest.format;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What a wire may ask of us: `newsroom.ingest.format`.
///
/// @param maxSize a larger wire is not read, neither one that is larger unpacked
/// @param maxDepth a wire whose elements or objects nest deeper is not read
@ConfigurationProperties("newsroom.ingest.format")
public record FormatLimits(
    @DefaultValue("20MB") DataSize maxSize, @DefaultValue("200") int maxDepth) {

  /// What holds where nothing is set.
  public static FormatLimits usual() {
    return new FormatLimits(DataSize.ofMegabytes(20), 200);
  }
}
