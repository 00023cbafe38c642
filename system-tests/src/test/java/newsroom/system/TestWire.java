package newsroom.system;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// A ninjs 3.1 wire in the making. Every story has a guid of its own unless told otherwise.
record TestWire(Map<String, Object> item) {

  // the newsroom under test has the time of day; so have its tests
  private static final Clock CLOCK = Clock.systemUTC();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static TestWire story(String guid, String headline, String... paragraphs) {
    var item = new TreeMap<String, Object>();
    item.put(
        "standard",
        Map.of(
            "name", "ninjs",
            "version", "3.1",
            "schema", "https://iptc.org/std/ninjs/ninjs-schema_3.1.json"));
    item.put("uri", guid);
    item.put("type", "text");
    item.put("pubStatus", "usable");
    item.put("version", "1");
    item.put("versionCreated", CLOCK.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    item.put("language", "en");
    item.put("headlines", List.of(Map.of("role", "main", "value", headline)));
    item.put(
        "bodies",
        List.of(
            Map.of(
                "role",
                "main",
                "contentType",
                "text/html",
                "value",
                "<p>" + String.join("</p><p>", paragraphs) + "</p>")));
    return new TestWire(item);
  }

  TestWire version(int version, Instant created) {
    return with("version", String.valueOf(version)).with("versionCreated", created.toString());
  }

  TestWire killed() {
    return with("pubStatus", "canceled");
  }

  TestWire embargoedUntil(Instant moment) {
    return with("embargoedUntil", moment.toString());
  }

  private TestWire with(String key, Object value) {
    var changed = new TreeMap<>(item);
    changed.put(key, value);
    return new TestWire(changed);
  }

  byte[] bytes() {
    return JSON.writeValueAsBytes(item);
  }
}
