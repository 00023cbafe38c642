package newsroom.local;

import java.net.URI;

/// Where an open newsroom is to be found. Every address of this machine ends in `/`.
public record Addresses(Ports ports) {

  /// As Kafka's `bootstrap.servers`.
  public String brokers() {
    return "127.0.0.1:" + ports.of(Port.KAFKA);
  }

  /// Of the ledger's database, for user `postgres`, no password.
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.DATABASE) + "/postgres";
  }

  public URI ingest() {
    return http(Port.INGEST);
  }

  public URI enrichment() {
    return http(Port.ENRICHMENT);
  }

  public URI publish() {
    return http(Port.PUBLISH);
  }

  public URI national() {
    return http(Port.NATIONAL);
  }

  public URI harbor() {
    return http(Port.HARBOR);
  }

  public URI partner() {
    return http(Port.PARTNER);
  }

  public URI pictures() {
    return http(Port.PICTURES);
  }

  private URI http(Port port) {
    return URI.create("http://127.0.0.1:" + ports.of(port) + "/");
  }
}
