package newsroom.enrichment.morgue;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the morgue lies and how often it is made safe.
///
/// @param kind what keeps it
/// @param folder of a Lucene index, which is in `index` or `index.next` under it; one instance per
///     folder
/// @param refreshEvery at most this often do new stories become findable; null: as its kind needs
/// @param commitEvery after this long what was read is made safe on disk
/// @param commitAfter or after this many events
/// @param keeps a longer absence than this and the topic may have forgotten that a story is gone:
///     the index is built again
@ConfigurationProperties("newsroom.enrichment.morgue")
record MorgueSettings(
    @DefaultValue("lucene") Kind kind,
    @DefaultValue("data/morgue") Path folder,
    @Nullable Duration refreshEvery,
    @DefaultValue("10s") Duration commitEvery,
    @DefaultValue("20000") int commitAfter,
    @DefaultValue("20h") Duration keeps) {

  /// What keeps the morgue.
  enum Kind {
    /// An index on this machine's disk, one for each instance.
    LUCENE(Duration.ofMillis(250)),
    /// An index in an OpenSearch, for all instances together. Each time costs all its shards, and
    /// others use it, too; a story is found within a second all the same.
    OPENSEARCH(Duration.ofMillis(500));

    private final Duration refreshEvery;

    Kind(Duration refreshEvery) {
      this.refreshEvery = refreshEvery;
    }
  }

  @Override
  public Duration refreshEvery() {
    return refreshEvery == null ? kind.refreshEvery : refreshEvery;
  }
}
