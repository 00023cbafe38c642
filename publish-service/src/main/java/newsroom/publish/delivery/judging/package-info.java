/// Site rules over time: what waits for a window, a release or a better telling is judged again
/// when that has come; destinations that went from the file of sites are retired; and anyone may
/// ask what the sites would say to a story ([Verdicts]).
@NullMarked
package newsroom.publish.delivery.judging;

import org.jspecify.annotations.NullMarked;
