package newsroom.publish.site;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads the file of sites and names every mistake by line, site and key, all of them at once.
final class ReadSites {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

  private final UnaryOperator<String> resolve;

  ReadSites(UnaryOperator<String> resolve) {
    this.resolve = resolve;
  }

  Sites from(String yaml) {
    var proof = new Proof(resolve);
    var sites = new ArrayList<Site>();
    var names = new HashSet<String>();
    for (var item : list(load(yaml))) {
      var site = site(item, sites.size() + 1, names, proof);
      sites.add(site);
    }
    proof.check();
    return new Sites(sites, yaml);
  }

  private static @Nullable Node load(String yaml) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      var line = mark == null ? "" : "line " + (mark.getLine() + 1) + ": ";
      throw new Mistake(line + "the file of sites is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new Mistake("the file of sites is no YAML: " + e.getMessage());
    }
  }

  private static List<Node> list(@Nullable Node root) {
    if (root instanceof MappingNode map
        && map.getValue().size() == 1
        && map.getValue().getFirst().getKeyNode() instanceof ScalarNode key
        && key.getValue().equals("sites")
        && map.getValue().getFirst().getValueNode() instanceof SequenceNode it) {
      return it.getValue();
    }
    if (root instanceof SequenceNode list) {
      return list.getValue();
    }
    throw new Mistake("the file of sites must be a list of sites");
  }

  private static Site site(Node item, int number, Set<String> names, Proof proof) {
    var unnamed = new Entry("site " + number, item, proof);
    var name = item instanceof MappingNode ? unnamed.text("site") : "";
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      unnamed.mistake("site", "must be a short name of a-z, 0-9 and dashes, not " + name);
    } else if (name.equals("archive")) {
      unnamed.mistake("site", "must not be archive: so is called where imported stories are live");
    } else if (!name.isEmpty() && !names.add(name)) {
      proof.mistake(unnamed.line("site"), "site \"" + name + "\" is there twice");
    }
    var entry = item instanceof MappingNode ? unnamed.named("site \"" + name + "\"") : unnamed;
    var rules = new ReadRules();
    var places = rules.places(entry);
    var masthead = new ReadMasthead(entry).read(name, places);
    var waits = rules.waits(entry, masthead.zone());
    var site =
        new Site(
            masthead,
            new Rules(
                rules.conditions(entry.entry("takes")),
                rules.conditions(entry.entry("refuses")),
                places,
                waits),
            addresses(entry),
            routes(entry, name),
            Pace.from(entry));
    entry.nothingElse();
    return site;
  }

  private static Addresses addresses(Entry entry) {
    var pattern = entry.optional("addresses");
    if (pattern == null) {
      return Addresses.USUAL;
    }
    var addresses = new Addresses(pattern);
    var mistake = addresses.mistake();
    if (mistake != null) {
      entry.mistake("addresses", mistake);
    }
    return addresses;
  }

  private static List<Site.Route> routes(Entry entry, String site) {
    var routes = new ArrayList<Site.Route>();
    var names = new HashSet<String>();
    for (var destination : entry.entries("destinations", "destination")) {
      var kind = destination.text("kind");
      var name = destination.text("name", kind);
      if (!kind.isEmpty() && (!NAME.matcher(name).matches() || !names.add(name))) {
        destination.mistake("name", "must be a short name of its own, not again " + name);
      }
      var line = destination.line("kind");
      routes.add(new Site.Route(site + "/" + name, kind, destination.rest(), line));
    }
    if (routes.isEmpty()) {
      entry.mistake("destinations", "is missing: nothing would ever leave for this site");
    }
    return routes;
  }
}
