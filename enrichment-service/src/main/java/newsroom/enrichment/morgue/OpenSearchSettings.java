package newsroom.enrichment.morgue;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The OpenSearch that keeps the morgue, where it does.
///
/// @param address of one of its nodes, or of what stands before them
/// @param index what the names of its indexes begin with, of which each form and each model has its
///     own; no other newsroom may have the same there
/// @param shards of an index when it is made
/// @param replicas further copies of each shard
/// @param user empty where it asks for no name
/// @param password for that
/// @param patience how long an answer may take
@ConfigurationProperties("newsroom.enrichment.morgue.opensearch")
record OpenSearchSettings(
    @DefaultValue("http://127.0.0.1:9200") URI address,
    @DefaultValue("newsroom-morgue") String index,
    @DefaultValue("1") int shards,
    @DefaultValue("0") int replicas,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("5s") Duration patience) {

  @Override
  public String toString() {
    return "OpenSearch at " + address + ", index " + index;
  }
}
