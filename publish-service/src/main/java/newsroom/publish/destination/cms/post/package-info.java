/// A story's post at a site with a content management system: what is known of it, whether it is
/// still ours, how it is written and taken down. A new kind of site brings its own `Post` and
/// `Removal`, and a table for [Posts].
@NullMarked
package newsroom.publish.destination.cms.post;

import org.jspecify.annotations.NullMarked;
