/// PostgreSQL beside this process, with its data kept on disk and everything it promises about it
/// switched on.
@NullMarked
package newsroom.local.database;

import org.jspecify.annotations.NullMarked;
