package newsroom.ingest.format.apmedia;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.BodyText;
import newsroom.ingest.format.json.Keys;
import newsroom.ingest.format.nitf.Nitf;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;

/// Reads the text of an item where the wire has it: the NITF document that the item's rendition
/// only names by its address, or what another program made of it.
final class StoryText {

  private final Nitf nitf;
  private final Wire wire;
  private final Agency agency;

  StoryText(Nitf nitf, Wire wire, Agency agency) {
    this.nitf = nitf;
    this.wire = wire;
    this.agency = agency;
  }

  /// What the document adds to the item.
  record Told(@Nullable String byline, @Nullable String dateline, List<Block> body) {

    static final Told NOTHING = new Told(null, null, List.of());
  }

  /// The text of this item.
  ///
  /// @param pictures takes the pictures that stand in the text; has none yet, because the text
  ///     names its pictures by the numbers they got when it was read
  /// @throws Unreadable when there is a document and it cannot be read: the story must not go out
  ///     without its text
  Told read(Keys item, Pictures pictures) throws Unreadable {
    var renditions = item.object("renditions");
    var rendition = renditions == null ? null : renditions.object("nitf");
    var document = rendition == null ? null : rendition.raw("content");
    var beside = item.object("nitf");
    if (document == null) {
      document = item.raw("nitf");
    }
    if (document == null && beside != null) {
      document = beside.raw("content");
    }
    if (document != null && !document.isBlank()) {
      return told(document, pictures);
    }
    return beside == null
        ? Told.NOTHING
        : new Told(null, null, BodyText.blocks(beside.raw("bodyhtml"), true, null, pictures));
  }

  private Told told(String document, Pictures pictures) throws Unreadable {
    if (!document.contains("<nitf") && !document.contains(":nitf")) {
      return new Told(null, null, BodyText.blocks(document, true, null, pictures));
    }
    var copy = copy(document);
    for (var picture : copy.pictures()) {
      add(picture, pictures);
    }
    return new Told(copy.headlines().byline(), copy.headlines().dateline(), body(copy));
  }

  private static void add(Picture picture, Pictures pictures) {
    pictures.add(
        picture.caption(), picture.credit(), picture.altText(), picture.renditions(), null);
  }

  /// With the picture that the document began with where it stood.
  private static List<Block> body(Copy copy) {
    if (copy.leadPicture() == null) {
      return copy.body();
    }
    var body = new ArrayList<Block>();
    body.add(new Block.Figure(copy.leadPicture()));
    body.addAll(copy.body());
    return List.copyOf(body);
  }

  private Copy copy(String document) throws Unreadable {
    var bytes = document.getBytes(StandardCharsets.UTF_8);
    var inlined =
        new Wire(wire.agency(), wire.channel(), wire.name(), "utf-8", bytes, wire.received());
    try {
      for (var reading : nitf.read(inlined, agency)) {
        switch (reading) {
          case Reading.Read(var copy) -> {
            return copy;
          }
          case Reading.Failed(var reason) -> throw new Unreadable(reason);
        }
      }
      throw new Unreadable("it holds no story");
    } catch (Unreadable e) {
      throw new Unreadable("its NITF rendition cannot be read: " + e.getMessage(), e);
    }
  }
}
