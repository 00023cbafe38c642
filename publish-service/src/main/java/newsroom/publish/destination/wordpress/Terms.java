package newsroom.publish.destination.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.wordpress.api.Api;
import newsroom.publish.destination.wordpress.api.Reply;
import newsroom.publish.rendition.Masthead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/// The site's categories and tags: found, or made where there are none. One at a time, since
/// WordPress would make the same one twice.
final class Terms {

  private static final Logger log = LoggerFactory.getLogger(Terms.class);
  private static final long NOT_OURS_TO_MAKE = 0;

  private final Api api;
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  Terms(Api api) {
    this.api = api;
  }

  List<Long> category(Masthead.Section section, Budget budget) throws Setback {
    var slug = section.path().replace('/', '-');
    return numbers("categories", List.of(section.name()), slug, budget);
  }

  List<Long> tags(List<String> names, Budget budget) throws Setback {
    return numbers("tags", names, null, budget);
  }

  /// Somebody deleted one: all are looked up anew.
  void forget() {
    known.clear();
  }

  private synchronized List<Long> numbers(
      String kind, List<String> names, @Nullable String slug, Budget budget) throws Setback {
    var numbers = new ArrayList<Long>();
    for (var name : names) {
      var key = kind + " " + name;
      var number = known.get(key);
      if (number == null) {
        number = find(kind, name, slug, budget);
        known.put(key, number);
      }
      if (number != NOT_OURS_TO_MAKE && !numbers.contains(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /// Looked for before it is made: whoever lost the answer to the making finds it so.
  private long find(String kind, String name, @Nullable String slug, Budget budget) throws Setback {
    var query = slug == null ? Map.of("search", name, "per_page", "100") : Map.of("slug", slug);
    for (var there : api.get(kind, query, budget).orRefused().body()) {
      if (slug != null || there.path("name").asString("").equalsIgnoreCase(name)) {
        return there.path("id").asLong(0);
      }
    }
    var wanted = JsonNodeFactory.instance.objectNode().put("name", name);
    if (slug != null) {
      wanted.put("slug", slug);
    }
    return number(api.post(kind, wanted, budget), kind, name);
  }

  private static long number(Reply reply, String kind, String name) throws Setback {
    if (reply.code().equals("term_exists")) {
      return reply.body().path("data").path("term_id").asLong(0);
    }
    if (reply.status() == 403) {
      log.atInfo()
          .addKeyValue(kind, name)
          .log("our account at the site may not make this: posts go without until somebody does");
      return NOT_OURS_TO_MAKE;
    }
    return reply.orRefused().body().path("id").asLong(0);
  }
}
