package newsroom.publish.site;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.story.Candidate.Label;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the file of sites and names every mistake by site and key.
final class ReadSites {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
  private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private final UnaryOperator<String> resolve;

  ReadSites(UnaryOperator<String> resolve) {
    this.resolve = resolve;
  }

  Sites from(String yaml) {
    var sites = new ArrayList<Site>();
    var names = new HashSet<String>();
    for (var item : list(load(yaml))) {
      var where = "site " + (sites.size() + 1);
      var name = new Entry(where, item, resolve).text("site");
      if (!NAME.matcher(name).matches()) {
        throw new Mistake(
            where + ": site must be a short name of a-z, 0-9 and dashes, not " + name);
      }
      if (!names.add(name)) {
        throw new Mistake("site \"" + name + "\" is there twice");
      }
      sites.add(site(new Entry("site \"" + name + "\"", item, resolve)));
    }
    return new Sites(sites);
  }

  private static @Nullable Object load(String yaml) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new Mistake("the file of sites is no YAML: " + e.getMessage());
    }
  }

  private static List<?> list(@Nullable Object root) {
    if (root instanceof Map<?, ?> map
        && map.size() == 1
        && map.get("sites") instanceof List<?> it) {
      return it;
    }
    if (root instanceof List<?> list) {
      return list;
    }
    throw new Mistake("the file of sites must be a list of sites");
  }

  private Site site(Entry entry) {
    var places = places(entry);
    var masthead =
        new Masthead(
            entry.text("site"),
            entry.text("name"),
            address(entry),
            entry.text("language", "en"),
            zone(entry),
            accent(entry),
            entry.text("tagline", ""),
            places.stream().map(Rules.Place::section).toList(),
            labels(entry));
    var takes = entry.entry("takes");
    var urgency = takes == null ? null : takes.number("urgency", 1, 9);
    var rules = new Rules(conditions(takes), urgency, conditions(entry.entry("refuses")), places);
    var routes = routes(entry, masthead.site());
    var pace = Pace.from(entry);
    entry.nothingElse();
    return new Site(masthead, rules, routes, pace);
  }

  private static URI address(Entry entry) {
    var text = entry.text("address");
    try {
      var address = URI.create(text.endsWith("/") ? text : text + "/");
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw entry.mistake("address", "must be like https://www.example.org/, not " + text);
  }

  private static ZoneId zone(Entry entry) {
    var text = entry.text("zone", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw entry.mistake("zone", "must be a time zone as America/New_York, not " + text);
    }
  }

  private static String accent(Entry entry) {
    var text = entry.text("accent", "#1f4e8c");
    if (!COLOUR.matcher(text).matches()) {
      throw entry.mistake("accent", "must be a colour as \"#1f4e8c\" (in quotes), not " + text);
    }
    return text;
  }

  private static List<Rules.Place> places(Entry entry) {
    var places = new ArrayList<Rules.Place>();
    for (var section : entry.entries("sections", "section")) {
      var path = section.text("path");
      if (!PATH.matcher(path).matches()) {
        throw section.mistake("path", "must be of a-z, 0-9 and dashes, not " + path);
      }
      var show = new Masthead.Section(path, section.text("name"));
      places.add(new Rules.Place(show, conditions(section)));
    }
    if (places.isEmpty() || !places.getLast().belongs().isEmpty()) {
      throw entry.mistake("sections", "must end with one that has no conditions, for all the rest");
    }
    return places;
  }

  private static List<Condition> conditions(@Nullable Entry entry) {
    if (entry == null) {
      return List.of();
    }
    var conditions = new ArrayList<Condition>();
    for (var key : Condition.Key.values()) {
      var values = entry.texts(key.word()).stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
      if (!values.isEmpty()) {
        conditions.add(new Condition(key, values));
      }
    }
    entry.nothingElse();
    return conditions;
  }

  private static Map<Label, String> labels(Entry entry) {
    var labels = new EnumMap<Label, String>(Label.class);
    var words = entry.entry("labels");
    for (var label : Label.values()) {
      var plain = label.name().replace('_', ' ');
      var key = label.name().toLowerCase(Locale.ROOT).replace('_', '-');
      labels.put(label, words == null ? plain : words.text(key, words.text(label.name(), plain)));
    }
    if (words != null) {
      words.nothingElse();
    }
    return Map.copyOf(labels);
  }

  private static List<Site.Route> routes(Entry entry, String site) {
    var routes = new ArrayList<Site.Route>();
    var names = new HashSet<String>();
    for (var destination : entry.entries("destinations", "destination")) {
      var kind = destination.text("kind");
      var name = destination.text("name", kind);
      if (!NAME.matcher(name).matches() || !names.add(name)) {
        throw destination.mistake("name", "must be a short name of its own, not again " + name);
      }
      routes.add(new Site.Route(site + "/" + name, kind, destination.rest()));
    }
    if (routes.isEmpty()) {
      throw entry.mistake("destinations", "is missing: nothing would ever leave for this site");
    }
    return routes;
  }
}
