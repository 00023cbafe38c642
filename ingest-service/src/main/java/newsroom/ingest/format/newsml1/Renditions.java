package newsroom.ingest.format.newsml1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.newsml1.Part.Kind;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads an item's pictures. The renditions of one picture are content items of one component, or
/// of components in one whose roles name the size.
final class Renditions {

  private static final String PICTURE =
      "(?i)|photo|picture|image|graphic|logo|main|supporting|supplementary|body";

  private final Parts parts;
  private final Pictures pictures;
  private final Map<String, String> addresses = new HashMap<>();
  private @Nullable String lead;

  Renditions(Parts parts, Pictures pictures) {
    this.parts = parts;
    this.pictures = pictures;
  }

  /// Reads them.
  Renditions read() {
    var sizes = new LinkedHashMap<Element, List<Part>>();
    for (var part : parts.ofKind(Kind.PICTURE)) {
      sizes.computeIfAbsent(picture(part), _ -> new ArrayList<>()).add(part);
    }
    sizes.forEach(this::add);
    return this;
  }

  /// The first picture.
  @Nullable String lead() {
    return lead;
  }

  /// Gives the text's references to a component, as `data-location="#photo1"`, the address of the
  /// picture in it.
  void resolve(Element text) {
    for (var reference : text.select("media-reference[data-location]")) {
      var address = addresses.get(reference.attr("data-location"));
      if (address != null && reference.attr("source").isBlank()) {
        reference.attr("source", address);
      }
    }
  }

  private void add(Element component, List<Part> sizes) {
    var renditions = sizes.stream().map(Renditions::rendition).toList();
    var outermost = component.equals(parts.outermost());
    var lines = new Lines(List.of(component), parts.language());
    var caption = parts.caption(component);
    var id =
        pictures.add(
            Plain.first(
                caption == null ? null : caption.content().text(),
                outermost ? null : lines.line("HeadLine")),
            Plain.first(lines.line("CreditLine"), lines.line("ByLine")),
            null,
            renditions,
            null);
    lead = lead == null && !sizes.getFirst().role().matches("(?i)logo") ? id : lead;
    if (id != null) {
      for (var part : sizes) {
        List.of(component, part.holder(), part.content())
            .forEach(
                element ->
                    addresses.putIfAbsent("#" + element.attr("Duid"), part.content().attr("Href")));
      }
    }
  }

  private static Element picture(Part part) {
    var holder = part.holder();
    var role = Management.formalName(Tree.child(holder, "Role"));
    var size = part.components().size();
    return size < 2 || Objects.requireNonNullElse(role, "").matches(PICTURE)
        ? holder
        : part.components().get(size - 2);
  }

  private static Picture.Rendition rendition(Part part) {
    var role = Management.formalName(Tree.child(part.holder(), "Role"));
    var named =
        Plain.first(
            property(part, "ImageUse"), role == null || role.matches(PICTURE) ? null : role);
    var mime = part.formalName("MimeType");
    return new Picture.Rendition(
        named == null ? "original" : named,
        part.content().attr("Href"),
        mime.isEmpty() ? null : mime,
        Numbers.pixels(Plain.first(property(part, "Width"), property(part, "PixelWidth"))),
        Numbers.pixels(Plain.first(property(part, "Height"), property(part, "PixelHeight"))));
  }

  private static @Nullable String property(Part part, String name) {
    return Tree.children(Tree.child(part.content(), "Characteristics"), "Property").stream()
        .filter(property -> property.attr("FormalName").equalsIgnoreCase(name))
        .map(property -> Tree.attribute(property, "Value"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
