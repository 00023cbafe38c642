package newsroom.ingest.format.feed;

import newsroom.ingest.format.Format;
import newsroom.ingest.format.xml.Xml;

/// The feed formats, for tests of other rooms.
public final class Feeds {

  private Feeds() {}

  public static Format rss(Xml xml) {
    return new Rss(new Feed(xml));
  }

  public static Format atom(Xml xml) {
    return new Atom(new Feed(xml));
  }
}
