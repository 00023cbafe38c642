/// Brings a past archive to the morgue: `newsroom import` says each story of it on
/// `articles.published` as live elsewhere, so that it can be found, and no site is asked. What the
/// topic holds already is not said again. [ImportArchive] is the command; a kind of file is a class
/// that implements [Holdings].
@NullMarked
package newsroom.local.archive;

import org.jspecify.annotations.NullMarked;
