/// What is known of each agency beforehand: its profile, as data, in `agencies.yml` and a file of
/// the operator's own. Formats ask [Agencies] what a wire leaves open; [CopyTaster] then reads the
/// copy as its agency means it. A new agency is a few lines of YAML.
@NullMarked
package newsroom.ingest.agency;

import org.jspecify.annotations.NullMarked;
