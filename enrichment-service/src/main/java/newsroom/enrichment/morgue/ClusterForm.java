package newsroom.enrichment.morgue;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// What an index of an OpenSearch looks like.
final class ClusterForm {

  private ClusterForm() {}

  static void fill(ObjectNode made, OpenSearchSettings settings) {
    fillSettings(made.putObject("settings"), settings);
    fillMappings(made.putObject("mappings"));
  }

  private static void fillSettings(ObjectNode sets, OpenSearchSettings settings) {
    sets.put("number_of_shards", settings.shards()).put("number_of_replicas", settings.replicas());
    // told to refresh when something is to be findable
    sets.put("refresh_interval", "-1");
    var similarity = sets.putObject("similarity").putObject("morgue");
    similarity.put("type", "BM25").put("k1", Relevance.K1).put("b", Relevance.B);
    var analyzer = sets.putObject("analysis").putObject("analyzer").putObject("words");
    analyzer.put("type", "custom").put("tokenizer", "whitespace");
  }

  private static void fillMappings(ObjectNode mappings) {
    // of all else nothing is searched
    mappings.put("dynamic", "true");
    var properties = mappings.putObject("properties");
    properties.putObject("state").put("type", "keyword");
    properties.putObject("note").put("type", "object").put("enabled", false);
    for (var kept : Set.of("headline", "print", "gist", "meaning", "agency", "archive")) {
      properties
          .putObject(kept)
          .put("type", "keyword")
          .put("index", false)
          .put("doc_values", false);
    }
    for (var asked : Set.of("time", "gone")) {
      properties.putObject(asked).put("type", "long");
    }
    for (var number : Set.of("firstLive", "version", "created", "revision")) {
      properties.putObject(number).put("type", "long").put("index", false).put("doc_values", false);
    }
    var templates = mappings.putArray("dynamic_templates");
    for (var words : List.of("all", "title")) {
      var template = templates.addObject().putObject(words);
      template.put("path_match", words + ".*");
      template
          .putObject("mapping")
          .put("type", "text")
          .put("analyzer", "words")
          .put("similarity", "morgue")
          .put("index_options", "freqs");
    }
  }
}
