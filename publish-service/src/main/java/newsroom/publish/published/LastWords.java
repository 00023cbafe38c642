package newsroom.publish.published;

import java.util.Collection;
import java.util.List;

/// Whoever knows where stories stand.
public interface LastWords {

  /// Where these stories stand now.
  List<LastWord> of(Collection<String> uris);
}
