/// What all commands for an open newsroom share: the words they are given, and where it listens.
@NullMarked
package newsroom.local.command;

import org.jspecify.annotations.NullMarked;
