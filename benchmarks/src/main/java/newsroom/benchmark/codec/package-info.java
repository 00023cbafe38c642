/// JMH for the codec of the events.
@NullMarked
package newsroom.benchmark.codec;

import org.jspecify.annotations.NullMarked;
