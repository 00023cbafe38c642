package newsroom.publish.delivery;

import java.util.List;
import newsroom.publish.site.Sites;
import newsroom.publish.story.Story;

/// A version of a story that came, with what each site says to it.
///
/// @param event as it came
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Arrival(Story story, byte[] event, List<Sites.Ruling> rulings) {}
