package newsroom.publish.destination.drop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.drop.place.Places;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.edition.Rendition;
import org.springframework.stereotype.Component;

/// Makes drops. What a site's file may say is in `docs/destinations/drop.md`.
@Component
public class DropKind implements DestinationKind {

  private final Map<String, Rendition> renditions = new TreeMap<>();
  private final Journal journal;

  DropKind(List<Rendition> renditions, Journal journal) {
    renditions.forEach(rendition -> this.renditions.put(rendition.name(), rendition));
    this.journal = journal;
    var extensions = new HashSet<String>();
    for (var rendition : renditions) {
      if (!extensions.add(rendition.extension())) {
        throw new IllegalStateException("two forms end in " + rendition.extension());
      }
    }
  }

  @Override
  public String kind() {
    return "drop";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var read = DropSettings.from(settings, masthead.site());
    var forms = new ArrayList<Rendition>();
    for (var format : read.formats()) {
      var form = renditions.get(format);
      if (form == null) {
        throw new IllegalArgumentException(
            "formats names " + format + "; there are " + renditions.keySet());
      }
      forms.add(form);
    }
    var place = Places.of(settings);
    var pictures = new PictureDesk(Places.guard(settings), read.pictureLimit());
    var packing = new Packing(read, masthead, forms, pictures);
    return new DropDestination(name, place, packing, journal, DropDestination.DEADLINE);
  }
}
