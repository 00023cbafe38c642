package newsroom.enrichment.morgue;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/// Something to find out from the morgue as it stands at one moment.
@FunctionalInterface
public interface Question<R> {

  R ask(IndexSearcher searcher) throws IOException;
}
