/// IPTC's NewsML-G2 2.35, conformance level power: one news item with its text as XHTML.
@NamedInterface("newsmlg2")
@NullMarked
package newsroom.publish.rendition.newsmlg2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
