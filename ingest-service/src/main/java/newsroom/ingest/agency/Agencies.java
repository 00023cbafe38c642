package newsroom.ingest.agency;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The profiles of all agencies.
public class Agencies {

  private final Map<String, Agency> profiles;
  private final Agency unknown;

  /// Those that are shipped.
  public Agencies() {
    this(AgenciesFile.shipped());
  }

  Agencies(Map<String, Agency> profiles) {
    this.profiles = Map.copyOf(profiles);
    this.unknown = this.profiles.getOrDefault(ReadAgencies.ANY, Agency.unknown(ReadAgencies.ANY));
  }

  /// The profile of this agency; that of an unknown one where there is none. An agency that is like
  /// another says so in its profile; its name alone tells nothing.
  public Agency of(String name) {
    var profile = profiles.get(name.toLowerCase(Locale.ROOT));
    return profile == null ? unknown.named(name) : profile;
  }

  /// Whether this agency has a profile.
  public boolean knows(String name) {
    return profiles.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /// The profile of the agency whose guids begin as this one does, the longest beginning first.
  public Optional<Agency> ofGuid(String guid) {
    return profiles.values().stream()
        .filter(agency -> shared(agency, guid) > 0)
        .max(
            Comparator.comparingInt((Agency agency) -> shared(agency, guid))
                .thenComparing(Agency::name, Comparator.reverseOrder()));
  }

  private static int shared(Agency agency, String guid) {
    return agency.guids().stream()
        .filter(guid::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /// The agencies that have a profile.
  Set<String> names() {
    return profiles.keySet();
  }
}
