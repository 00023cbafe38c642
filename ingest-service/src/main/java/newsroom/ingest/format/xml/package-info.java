/// XML from strangers, read without ever fetching anything: [Xml] gives a tree whose elements are
/// known by their local names, whatever namespaces the agency declared, misspelt or forgot.
@NullMarked
package newsroom.ingest.format.xml;

import org.jspecify.annotations.NullMarked;
