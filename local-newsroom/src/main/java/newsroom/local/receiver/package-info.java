/// A partner of the newsroom: takes webhooks, believes only signed ones, and keeps each once.
@NullMarked
package newsroom.local.receiver;

import org.jspecify.annotations.NullMarked;
