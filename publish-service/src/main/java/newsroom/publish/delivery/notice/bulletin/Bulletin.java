package newsroom.publish.delivery.notice.bulletin;

import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Notices of one kind that leave together.
///
/// @param id the same on every attempt and for every receiver
record Bulletin(String id, Said said, Instant at, List<Notice> notices) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  int stories() {
    return notices.stream().mapToInt(Notice::stories).sum();
  }

  /// As the body of a webhook.
  String json() {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("stories", stories());
    var list = data.putArray("notices");
    notices.forEach(notice -> list.add(json(notice)));
    var body = JsonNodeFactory.instance.objectNode();
    body.put("type", "newsroom.notice." + said.word());
    body.put("timestamp", at.toString());
    body.set("data", data);
    return JSON.writeValueAsString(body);
  }

  private static ObjectNode json(Notice notice) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("destination", notice.destination());
    json.put("since", notice.since().toString());
    json.put("at", notice.at().toString());
    json.put("sentence", notice.sentence());
    json.put("stories", notice.stories());
    var some = json.putArray("suchAs");
    notice.suchAs().forEach(some::add);
    return json;
  }

  /// In one line.
  String subject() {
    var where =
        notices.size() == 1
            ? notices.getFirst().destination()
            : notices.stream().map(Notice::destination).distinct().count() + " destinations";
    var stories = stories() == 1 ? " (one story)" : " (" + stories() + " stories)";
    return "newsroom: " + where + " " + words() + (stories() == 0 ? "" : stories);
  }

  private String words() {
    return switch (said) {
      case FAILING -> "failing";
      case RECOVERED -> "recovered";
      case DISABLED -> "disabled";
      case ENABLED -> "enabled again";
      case GIVEN_UP -> "given up";
      case PARKED -> "parked";
    };
  }

  /// In plain words, for people.
  String text() {
    var text = new StringBuilder();
    for (var notice : notices) {
      text.append(notice.destination()).append('\n');
      text.append("  ").append(notice.at()).append("  ").append(notice.sentence()).append('\n');
      notice.suchAs().forEach(uri -> text.append("  such as ").append(uri).append('\n'));
      text.append('\n');
    }
    return text.append("What to do: docs/deliveries.md, or ./newsroom sites\n").toString();
  }
}
