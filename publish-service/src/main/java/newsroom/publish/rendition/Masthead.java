package newsroom.publish.rendition;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import newsroom.publish.story.Candidate;

/// What a site shows of itself on everything it publishes.
///
/// @param site the site's short name, as `national`
/// @param name as readers know it, as `The National Desk`
/// @param address the site's root, ends in `/`
/// @param language BCP 47, of the site's own words
/// @param zone the site's time zone, in which times are shown
/// @param accent the brand colour, `#rrggbb`
/// @param tagline one line under the name; may be empty
/// @param sections in the order of the navigation
/// @param labels what promos say on this site, as `ADDITIONAL REPORTING`
/// @param headlines how long headlines may be
/// @param archive where else than to its own pages promos may lead
public record Masthead(
    String site,
    String name,
    URI address,
    String language,
    ZoneId zone,
    String accent,
    String tagline,
    List<Section> sections,
    Map<Candidate.Label, String> labels,
    Lengths headlines,
    ArchiveAddresses archive) {

  /// With headlines as long as they are, and no archive.
  public Masthead(
      String site,
      String name,
      URI address,
      String language,
      ZoneId zone,
      String accent,
      String tagline,
      List<Section> sections,
      Map<Candidate.Label, String> labels) {
    this(
        site,
        name,
        address,
        language,
        zone,
        accent,
        tagline,
        sections,
        labels,
        Lengths.WHOLE,
        ArchiveAddresses.NONE);
  }

  /// What lies there below the site's root, wherever that is today.
  public URI at(String path) {
    return address.resolve(path);
  }

  /// A part of a site, as its navigation shows it.
  ///
  /// @param path the section's part of an address, as `world`
  /// @param name as readers know it, as `World News`
  public record Section(String path, String name) {}
}
