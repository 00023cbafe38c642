package newsroom.ingest.format.dpa;

import java.util.Comparator;
import java.util.Set;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.json.Keys;
import newsroom.ingest.format.json.Renditions;
import org.jspecify.annotations.Nullable;

/// Reads the pictures and graphics that go with an entry, or that it consists of.
final class Attachments {

  private static final Set<String> PICTURES = Set.of("image", "picture", "graphic", "infographic");

  private final Keys entry;
  private final Pictures pictures;

  Attachments(Keys entry, Pictures pictures) {
    this.entry = entry;
    this.pictures = pictures;
  }

  /// The id of the one that is to lead, else of the first by rank.
  @Nullable String read() {
    var associations =
        entry.objects("associations").stream()
            .map(Keys.Named::keys)
            .sorted(Comparator.comparingInt(Attachments::rank))
            .toList();
    String lead = null;
    String first = null;
    for (var association : associations) {
      var id =
          pictures.add(
              Plain.first(Plain.ofMarkup(association.raw("caption")), association.text("headline")),
              association.text("creditline"),
              association.text("alttext", "alternativetext"),
              Renditions.of(association, !isPicture(association)),
              null);
      first = first == null ? id : first;
      lead = lead == null && association.stated("isfeatureimage") != null ? id : lead;
    }
    return lead == null ? first : lead;
  }

  private static boolean isPicture(Keys association) {
    return PICTURES.contains(String.valueOf(association.text("type")));
  }

  private static int rank(Keys association) {
    var rank = association.text("rank");
    return rank != null && rank.matches("\\d{1,6}") ? Integer.parseInt(rank) : Integer.MAX_VALUE;
  }
}
