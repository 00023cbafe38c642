package newsroom.local.control;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import newsroom.local.command.OpenNewsroom;
import newsroom.local.command.Typed;
import newsroom.local.control.PublishDoor.Declined;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `newsroom story`, `sites`, `deliveries`, `enable`, and what is done by hand.
public final class Control {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Asked asked;
  private final PublishDoor door;
  private final PrintStream out;
  private final Paper paper;

  private Control(Asked asked, PublishDoor door, PrintStream out, ZoneId zone) {
    this.asked = asked;
    this.door = door;
    this.out = out;
    this.paper = new Paper(out, zone);
  }

  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int code = run(out, System.err, System.getenv(), arguments);
    out.flush();
    System.exit(code);
  }

  /// Returns 0 when it was answered, 1 when publish declined, 2 when the command makes no sense or
  /// nobody answers.
  static int run(
      PrintStream out, PrintStream err, Map<String, String> environment, String... arguments)
      throws InterruptedException {
    try {
      var asked = Asked.of(arguments);
      try (var door =
          new PublishDoor(address(asked, environment), environment.get("NEWSROOM_TOKEN"))) {
        return new Control(asked, door, out, ZoneId.systemDefault()).answer(environment);
      }
    } catch (Declined e) {
      err.println(e.sentence());
      return 1;
    } catch (IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  /// Named on the command line, else in the environment, else as the newsroom of the data folder
  /// has noted it.
  private static URI address(Asked asked, Map<String, String> environment) throws IOException {
    var to = asked.to();
    var remote = environment.getOrDefault("NEWSROOM_PUBLISH_URL", "");
    if (to != null) {
      return to;
    }
    if (asked.value("data") == null && !remote.isBlank()) {
      return Typed.address(remote);
    }
    return URI.create(
        OpenNewsroom.address(
            asked.data(), "publish", "name one with --to or NEWSROOM_PUBLISH_URL"));
  }

  private int answer(Map<String, String> environment)
      throws IOException, InterruptedException, Declined {
    switch (asked.command()) {
      case "sites" -> print(door.get("sites", Map.of()), paper::sites);
      case "deliveries" -> deliveries();
      case "story" -> {
        return story();
      }
      case "enable" -> enable(environment);
      default -> {
        if (!Asked.ACTS.contains(asked.command())) {
          throw new IllegalArgumentException(
              "there is no command " + asked.command() + "\n" + Asked.USAGE);
        }
        return act(order(environment));
      }
    }
    return 0;
  }

  private void deliveries() throws IOException, InterruptedException, Declined {
    var query = new HashMap<String, @Nullable String>();
    for (var option : new String[] {"site", "state", "limit"}) {
      query.put(option, asked.value(option));
    }
    var since = asked.time("since", now());
    query.put("since", since == null ? null : since.toString());
    print(door.get("deliveries", query), paper::deliveries);
  }

  private void enable(Map<String, String> environment)
      throws IOException, InterruptedException, Declined {
    if (!asked.story().matches("[^/ ]+/[^/ ]+")) {
      throw new IllegalArgumentException(
          "which destination? As ./newsroom sites names it: harbor/webhook\n" + Asked.USAGE);
    }
    print(door.post("sites/" + asked.story() + "/enable", order(environment)), paper::due);
  }

  private int story() throws IOException, InterruptedException, Declined {
    var uri = uri();
    if (uri == null) {
      return 1;
    }
    print(door.get("stories/" + PublishDoor.encoded(uri), Map.of()), paper::story);
    return 0;
  }

  /// The uri of the story that is meant; null where none is, or more than one, which is said.
  private @Nullable String uri() throws IOException, InterruptedException, Declined {
    var words = asked.story();
    if (words.isBlank()) {
      throw new IllegalArgumentException("which story?\n" + Asked.USAGE);
    }
    if (words.startsWith("urn:newsroom:story:")) {
      return words;
    }
    var found = find(words);
    if (found.size() == 1) {
      return found.get(0).path("uri").asString();
    }
    if (found.isEmpty()) {
      out.println("no story is known by that address, identifier or headline");
    } else {
      print(found, paper::found);
      out.println("several stories are meant: nothing is done; ask again with a uri");
    }
    return null;
  }

  private JsonNode find(String words) throws IOException, InterruptedException, Declined {
    if (words.startsWith("http://") || words.startsWith("https://")) {
      return door.get("stories", Map.of("url", words));
    }
    var byGuid = door.get("stories", Map.of("guid", words));
    return byGuid.isEmpty() ? door.get("stories", Map.of("headline", words)) : byGuid;
  }

  private ObjectNode order(Map<String, String> environment) {
    var why = asked.value("why");
    if (why == null) {
      throw new IllegalArgumentException(
          "say --why: it is written into the daybook\n" + Asked.USAGE);
    }
    var by = asked.value("by");
    var order = JSON.createObjectNode();
    order.put("why", why);
    // a job has no login name in its environment
    var login = environment.getOrDefault("USER", System.getProperty("user.name", ""));
    order.put("by", by == null ? login : by);
    order.put("site", asked.value("site"));
    order.put("force", asked.force());
    return order;
  }

  private int act(ObjectNode order) throws IOException, InterruptedException, Declined {
    if (asked.story().isEmpty() && Asked.OF_MANY.contains(asked.command())) {
      many(order);
      return 0;
    }
    var uri = uri();
    if (uri == null) {
      return 1;
    }
    var path = "stories/" + PublishDoor.encoded(uri) + "/" + asked.command();
    var answer = door.post(path, order);
    print(answer, paper::answer);
    return answer.path("changed").isEmpty() ? 1 : 0;
  }

  /// Goes on until nothing is left of what was chosen.
  private void many(ObjectNode order) throws IOException, InterruptedException, Declined {
    for (var option : new String[] {"destination", "reason"}) {
      order.put(option, asked.value(option));
    }
    for (var option : new String[] {"since", "until"}) {
      var time = asked.time(option, now());
      order.put(option, time == null ? null : time.toString());
    }
    JsonNode answer;
    do {
      answer = door.post("deliveries/" + asked.command(), order);
      print(answer, paper::many);
      order.set("after", answer.get("after"));
    } while (answer.path("more").asBoolean(false));
  }

  private interface Printing {
    void print(JsonNode answer);
  }

  private void print(JsonNode answer, Printing printing) {
    if (asked.json()) {
      out.println(answer);
    } else {
      printing.print(Objects.requireNonNull(answer));
    }
  }

  private static Instant now() {
    return Instant.now();
  }
}
