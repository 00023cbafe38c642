/// Figures for people and for programs: a table on the terminal, Markdown and JSON in a folder.
@NullMarked
package newsroom.benchmark.report;

import org.jspecify.annotations.NullMarked;
