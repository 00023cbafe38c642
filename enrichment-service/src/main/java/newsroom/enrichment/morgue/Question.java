package newsroom.enrichment.morgue;

import java.io.IOException;

/// Something to find out from the morgue as it stands at one moment.
@FunctionalInterface
public interface Question<R> {

  R ask(Holdings holdings) throws IOException;
}
