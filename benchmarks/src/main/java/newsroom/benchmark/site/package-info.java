/// Parts (b) and (c) of the race: from the wire's HTTP answer to the page, and the most the whole
/// newsroom sustains.
@NullMarked
package newsroom.benchmark.site;

import org.jspecify.annotations.NullMarked;
