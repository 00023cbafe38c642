package newsroom.ingest.format.mappedxml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Reads the XML that some mapping knows: its stories may be the root or stand anywhere below it.
@Component
public class MappedXml implements Format {

  private final Xml xml;
  private final List<Mapping> mappings;

  /// What a story of each begins with, with whatever prefix and attributes.
  private final Map<Mapping, Pattern> beginnings = new HashMap<>();

  /// With the mappings that come with the service.
  public MappedXml(Xml xml) {
    this(xml, (Path) null);
  }

  /// With those of the house's own file too.
  ///
  /// @param own the file; null or empty where there is none
  @Autowired
  public MappedXml(Xml xml, @Value("${newsroom.ingest.format.xml-mappings:}") @Nullable Path own) {
    this.xml = xml;
    this.mappings = Mappings.read(own == null || own.toString().isEmpty() ? null : own);
    for (var mapping : mappings) {
      var tag = "<([\\w.-]+:)?" + Pattern.quote(mapping.story()) + "[\\s/>]";
      beginnings.put(mapping, Pattern.compile(tag));
    }
  }

  @Override
  public String name() {
    return "mapped-xml";
  }

  @Override
  public boolean recognises(Opening opening) {
    return opening.root() != null && mapping(opening) != null;
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var root = xml.read(text.text());
    for (var mapping : mappings) {
      var stories = stories(root, mapping);
      if (!stories.isEmpty()) {
        var origin = new Origin(name(), text.charset() + "; mapping " + mapping.name());
        return readings(stories, mapping, origin, wire, agency);
      }
    }
    throw new Unreadable("this XML holds no story of " + names());
  }

  private static List<Element> stories(Element root, Mapping mapping) {
    return Tree.name(root).equals(mapping.story())
        ? List.of(root)
        : Tree.all(root, mapping.story());
  }

  private static List<Reading> readings(
      List<Element> stories, Mapping mapping, Origin origin, Wire wire, Agency agency) {
    var readings = new ArrayList<Reading>();
    for (var story : stories) {
      try {
        var mapped = new MappedStory(story, mapping, agency);
        readings.add(new Reading.Read(mapped.copy(origin, wire.received())));
      } catch (Unreadable e) {
        readings.add(new Reading.Failed(String.valueOf(e.getMessage())));
      }
    }
    return readings;
  }

  private @Nullable Mapping mapping(Opening opening) {
    return mappings.stream()
        .filter(mapping -> mapping.story().equals(opening.root()) || begins(opening, mapping))
        .findFirst()
        .orElse(null);
  }

  private boolean begins(Opening opening, Mapping mapping) {
    var beginning = Objects.requireNonNull(beginnings.get(mapping));
    return beginning.matcher(opening.text()).find();
  }

  private String names() {
    return String.join(", ", mappings.stream().map(Mapping::name).toList());
  }
}
