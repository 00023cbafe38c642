/// One line for each step of a story's walk, read from the three topics as anybody could.
@NullMarked
package newsroom.local.console;

import org.jspecify.annotations.NullMarked;
