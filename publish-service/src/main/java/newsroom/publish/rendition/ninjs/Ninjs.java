package newsroom.publish.rendition.ninjs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes ninjs, 3.1 where nothing else is asked for. The edNote stays out: it is for editors, and
/// this leaves the house. Safe for many threads.
@Component
public class Ninjs {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Html html;

  public Ninjs(Html html) {
    this.html = html;
  }

  /// The story as one site shows it, its related links in the text.
  public String render(Page page, Masthead masthead) {
    return render(page, masthead, NinjsVersion.THREE);
  }

  /// The same in another version of the standard.
  public String render(Page page, Masthead masthead, NinjsVersion version) {
    Story story = page.story();
    var item = new Fields();
    item.put("uri", story.uri());
    item.put("type", "text");
    item.put("representationType", "full");
    life(item, story);
    words(item, page);
    subjects(item, story.subjects());
    rights(item, story.rights());
    item.put("infoSources", sources(story, masthead));
    item.put("altIds", List.of(Fields.of("role", "url", "value", page.address().toString())));
    item.put("associations", associations(page));
    return Legible.text(JSON.writeValueAsString(version.say(item.map())));
  }

  /// The word that a story is to be taken down.
  String takeDown(Removal removal, NinjsVersion version) {
    var item = new Fields();
    item.put("uri", removal.uri());
    item.put("type", "text");
    item.put("representationType", "partial");
    item.put("version", Long.toString(removal.version()));
    item.put("versionCreated", removal.created().toString());
    item.put("pubStatus", removal.status());
    return JSON.writeValueAsString(version.say(item.map()));
  }

  private static void life(Fields item, Story story) {
    Story.Lifecycle life = story.lifecycle();
    item.put("version", Long.toString(story.mark().version()));
    item.put("versionCreated", story.mark().created().toString());
    item.put("firstCreated", time(life.firstCreated()));
    item.put("embargoedUntil", time(life.embargoedUntil()));
    item.put("expires", time(life.expires()));
    item.put("pubStatus", life.status().name().toLowerCase(Locale.ROOT));
    Integer urgency = life.urgency();
    item.put("urgency", urgency == null ? null : Integer.valueOf(Math.clamp(urgency, 1, 9)));
  }

  private void words(Fields item, Page page) {
    Story.Headlines headlines = page.story().headlines();
    item.put("language", headlines.language());
    item.put("headlines", text("main", headlines.headline()));
    List<Map<String, Object>> descriptions = new ArrayList<>();
    descriptions.addAll(text("summary", headlines.summary()));
    descriptions.addAll(text("correction", page.story().lifecycle().correctionNote()));
    item.put("descriptions", descriptions);
    var body = new Fields();
    body.put("role", "main");
    body.put("contentType", "text/html");
    body.put("value", html.body(page));
    item.put("bodies", List.of(body.map()));
    item.put("by", headlines.byline());
    item.put("slugline", headlines.slugline());
    Concept located = page.story().subjects().located();
    item.put("located", located == null ? null : located.name());
    String genre = headlines.genre();
    item.put("genres", genre == null ? List.of() : List.of(Fields.of("name", genre)));
  }

  private static void subjects(Fields item, Story.Subjects subjects) {
    item.put("subjects", concepts(subjects.subjects()));
    item.put("places", concepts(subjects.places()));
    item.put("people", concepts(subjects.people()));
    item.put("organisations", concepts(subjects.organisations()));
  }

  private static void rights(Fields item, Story.Rights rights) {
    item.put("copyrightHolder", rights.copyrightHolder());
    item.put("copyrightNotice", rights.copyrightNotice());
    item.put("usageTerms", rights.usageTerms());
  }

  private static List<Map<String, Object>> sources(Story story, Masthead masthead) {
    List<Map<String, Object>> sources = new ArrayList<>();
    String credit = story.rights().creditline();
    if (credit != null && !credit.isBlank()) {
      sources.add(Fields.of("name", credit, "role", "creditline"));
    }
    sources.add(Fields.of("name", masthead.name(), "role", "publisher"));
    return sources;
  }

  private static List<Map<String, Object>> associations(Page page) {
    List<Map<String, Object>> associations = new ArrayList<>();
    Story story = page.story();
    for (Picture picture : story.pictures()) {
      String name = picture.id().equals(story.leadPicture()) ? "main" : "picture";
      associations.add(Pictures.association(story.uri(), name, picture));
    }
    for (Page.Promo promo : page.promos()) {
      var related = new Fields();
      related.put("name", "related");
      related.put("uri", promo.address().toASCIIString());
      related.put("type", "text");
      related.put("headlines", text("main", promo.headline()));
      related.put("title", promo.label());
      associations.add(related.map());
    }
    return associations;
  }

  private static List<Map<String, Object>> concepts(List<Concept> concepts) {
    return concepts.stream()
        .map(
            concept -> {
              var fields = new Fields();
              fields.put("name", concept.name());
              fields.put("uri", Codes.uri(concept.code()));
              fields.put("literal", Codes.uri(concept.code()) == null ? concept.code() : null);
              return fields.map();
            })
        .toList();
  }

  static List<Map<String, Object>> text(String role, @Nullable String value) {
    return value == null || value.isBlank()
        ? List.of()
        : List.of(Fields.of("role", role, "contentType", "text/plain", "value", value));
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
