package newsroom.system;

import java.net.URI;
import java.nio.file.Path;

/// What a newsroom under test stands on. Each has one site with pages and one partner's webhook.
interface Ground extends AutoCloseable {

  /// Where wires are posted, ends in `/`.
  URI ingest();

  /// Where enrichment tells how it is, ends in `/`.
  URI enrichment();

  /// Where the ledger answers, ends in `/`.
  URI publish();

  /// The site that readers see, ends in `/`.
  URI site();

  /// The drop folder; agencies are its folders.
  Path wires();

  @Override
  void close();
}
