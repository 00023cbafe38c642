/// What a headline means, as numbers that a small language model makes (off unless asked for).
/// [Embeddings] is what others ask; it never makes a story wait longer than its budget. Another
/// model is a class that implements [Model].
@NullMarked
package newsroom.enrichment.embedding;

import org.jspecify.annotations.NullMarked;
