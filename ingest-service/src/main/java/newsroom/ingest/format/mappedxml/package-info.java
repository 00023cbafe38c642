/// Reads agencies' own XML by a mapping: data that says which element is the headline, which the
/// text. A new agency's XML costs some lines of YAML and no code.
@NullMarked
package newsroom.ingest.format.mappedxml;

import org.jspecify.annotations.NullMarked;
