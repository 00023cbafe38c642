package newsroom.ingest.agency;

import org.springframework.stereotype.Component;

/// The profiles of all agencies.
@Component
public class Agencies {

  /// The profile of this agency; that of an unknown one where there is none.
  public Agency of(String name) {
    return Agency.unknown(name);
  }
}
