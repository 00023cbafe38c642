package newsroom.ingest.format.newsml1;

import java.util.regex.Pattern;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What identifies a news item and its revision.
///
/// @param guid the same in all revisions
/// @param written the public identifier, which holds the revision; null where there is none
/// @param revised whether the item says that there was a revision before
record Identifier(String guid, @Nullable String written, long version, boolean revised) {

  private static final String URN = "urn:newsml:";
  private static final Pattern ITEM = Pattern.compile("([^:]+:[^:]+:[^:]+)(?::[^:]*)?");

  static Identifier of(Element item) throws Unreadable {
    var identifier = Tree.child(item, "Identification", "NewsIdentifier");
    var revision = Tree.child(identifier, "RevisionId");
    var previous = Tree.attribute(revision, "PreviousRevision");
    return new Identifier(
        guid(identifier),
        Tree.text(identifier, "PublicIdentifier"),
        Numbers.version(Tree.text(revision)),
        previous != null && previous.matches("0*[1-9]\\d*"));
  }

  private static String guid(@Nullable Element identifier) throws Unreadable {
    var provider = Tree.text(identifier, "ProviderId");
    var date = Tree.text(identifier, "DateId");
    var id = Tree.text(identifier, "NewsItemId");
    if (provider != null && date != null && id != null) {
      return URN + provider + ":" + date + ":" + id;
    }
    var named = Tree.text(identifier, "PublicIdentifier");
    if (named == null) {
      throw new Unreadable("a news item has no identifier");
    }
    return withoutRevision(named);
  }

  /// The guid of an item that another one points to, as `urn:newsml:coastal.example:20261121:77:2`
  /// or without the front of it.
  static String withoutRevision(String pointer) {
    var item = ITEM.matcher(pointer.startsWith(URN) ? pointer.substring(URN.length()) : pointer);
    return item.matches() ? URN + item.group(1) : pointer;
  }
}
