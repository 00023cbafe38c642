/// A site as files in a folder, for any web server: story pages, front page, section pages, feeds
/// and sitemaps. Kind `pages`, setting `folder`. The folder holds nothing that may not be seen; a
/// story that was taken down leaves a file `.gone` beside its page, on which the web server answers
/// 410 (rules for nginx and Caddy: `docs/destinations/pages.md`).
@NullMarked
package newsroom.publish.destination.pages;

import org.jspecify.annotations.NullMarked;
