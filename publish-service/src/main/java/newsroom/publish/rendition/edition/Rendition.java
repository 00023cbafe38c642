package newsroom.publish.rendition.edition;

/// A form of a story that is a file of its own. Safe for many threads.
public interface Rendition {

  /// As in a site's file: `newsml-g2`, `nitf`, `ninjs`, …
  String name();

  /// The end of a file's name, without a dot before it. No two forms have the same.
  String extension();

  /// This version of the story.
  byte[] show(Edition edition);

  /// The word that the story is to be taken down.
  byte[] takeDown(Removal removal);
}
