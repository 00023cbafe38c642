package newsroom.publish.destination.pages;

import newsroom.publish.rendition.atom.Atom;
import newsroom.publish.rendition.feed.Feeds;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.ninjs.Ninjs;
import org.springframework.stereotype.Component;

/// All forms that lie in the folder.
@Component
record Renditions(Html html, Feeds feeds, Atom atom, Ninjs ninjs) {}
