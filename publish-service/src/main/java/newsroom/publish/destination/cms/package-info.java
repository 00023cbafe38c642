/// What destinations that are content systems with editors of their own have in common: one hand on
/// a story at a time, a budget of time, requests that end, and what a setback concerns. A further
/// such system: a room beside `wordpress` and `ghost` that brings by a [SiteDestination].
@NullMarked
package newsroom.publish.destination.cms;

import org.jspecify.annotations.NullMarked;
