package newsroom.ingest.format.newsmlg2;

import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What kind of item it is, and, of one that gives nothing to publish, why.
record ItemClass(Element item) {

  /// The ninjs type; null where the class says nothing of the kind.
  @Nullable String type() {
    var word = local();
    return switch (word) {
      case "text", "picture", "graphic", "audio", "video", "composite" -> word;
      case "graphics", "animation" -> "graphic";
      default -> null;
    };
  }

  /// Ends a sentence that begins with the guid.
  String whyNoStory() {
    if (local().matches("scheme|concept|catalog|newscoverage|event.*")) {
      return "is a news item of the class '" + code() + "', which is no story of its own";
    }
    var contents = Tree.child(item, "contentSet");
    for (var inline : Tree.children(contents, "inlineXML")) {
      if (!inline.children().isEmpty() && inline.child(0).childrenSize() > 0) {
        return "has neither headline nor text: its content is the data of a '"
            + Tree.name(inline.child(0))
            + "'";
      }
    }
    var remote = Tree.child(contents, "remoteContent");
    return remote == null
        ? "has neither headline nor text nor any other content"
        : "has neither headline nor text: its content lies elsewhere, at no address of the web";
  }

  private @Nullable String code() {
    return Localised.code(Tree.child(item, "itemMeta", "itemClass"));
  }

  private String local() {
    var code = Plain.text(code());
    return code == null ? "" : Localised.local(code);
  }
}
