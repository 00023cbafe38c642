package newsroom.publish.destination;

import java.util.Map;
import newsroom.publish.rendition.Masthead;

/// Makes the destinations of one kind from what the site's file says.
public interface DestinationKind {

  /// As in the site's file: `pages`, `webhook`.
  String kind();

  /// A destination with these settings.
  ///
  /// @param name the destination's name, `site/kind` or `site/own-name`, unique in the newsroom
  /// @param shelf what is live at this destination, for pages that list stories
  /// @throws IllegalArgumentException with a sentence that names the setting that is missing or
  ///     wrong
  Destination open(String name, Masthead masthead, Map<String, String> settings, Shelf shelf);
}
