package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.html.template.JtebodyGenerated;
import newsroom.publish.rendition.html.template.JtecalendarGenerated;
import newsroom.publish.rendition.html.template.JtefrontGenerated;
import newsroom.publish.rendition.html.template.JtegoneGenerated;
import newsroom.publish.rendition.html.template.JtelistGenerated;
import newsroom.publish.rendition.html.template.JtestoryGenerated;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Draws web pages. Safe for many threads.
@Component
public class Html {

  private static final int LATEST = 8;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          // the same story makes the same bytes in every process
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Map<Masthead, Furniture> furniture = new ConcurrentHashMap<>();

  /// A story's own page.
  public byte[] story(Page page, Masthead masthead) {
    StoryView view = StoryView.of(page, furniture(masthead));
    return drawn(out -> JtestoryGenerated.render(out, null, view)).toByteArray();
  }

  /// What stands at a site's root.
  ///
  /// @param pages first shown last first
  public byte[] front(List<Page> pages, Masthead masthead) {
    FrontView view = FrontView.of(pages, furniture(masthead));
    return drawn(out -> JtefrontGenerated.render(out, null, view)).toByteArray();
  }

  /// A section's page.
  ///
  /// @param pages the section's stories, first shown last first
  public byte[] section(Masthead.Section section, List<Page> pages, Masthead masthead) {
    List<Card> cards = pages.stream().map(Card::of).toList();
    return list(Leaf.only(Leaf.Kind.SECTION, section.name(), section.path()), cards, masthead);
  }

  /// One page of a list of stories.
  ///
  /// @param cards first shown last first
  public byte[] list(Leaf leaf, List<Card> cards, Masthead masthead) {
    ListView view = ListView.of(leaf, cards, furniture(masthead));
    return drawn(out -> JtelistGenerated.render(out, null, view)).toByteArray();
  }

  /// The years, months or days of which there is something.
  ///
  /// @param path below the site's root, as `archive/2026`
  /// @param parts the last first
  public byte[] calendar(String path, List<CalendarView.Part> parts, Masthead masthead) {
    CalendarView view = CalendarView.of(path, parts, furniture(masthead));
    return drawn(out -> JtecalendarGenerated.render(out, null, view)).toByteArray();
  }

  /// What stands where a story was; says nothing of the story.
  public byte[] gone(Masthead masthead, boolean killed) {
    return drawn(out -> JtegoneGenerated.render(out, null, furniture(masthead), killed))
        .toByteArray();
  }

  /// A story's text alone with whole addresses, as feeds and partners take it.
  public String body(Page page) {
    List<Part> parts = new Parts(page, Object::toString).list();
    Utf8ByteOutput drawn = drawn(out -> JtebodyGenerated.render(out, null, parts, true, ""));
    return new String(drawn.toByteArray(), UTF_8).strip();
  }

  /// The newest of a section, as the script of its stories' pages asks for it.
  public byte[] latest(List<Page> pages, Masthead masthead) {
    Furniture site = furniture(masthead);
    List<Map<String, String>> latest =
        pages.stream()
            .limit(LATEST)
            .map(page -> Teaser.of(page, site))
            .map(
                story ->
                    Map.of(
                        "path", story.href(),
                        "headline", Legible.text(story.headline()),
                        "posted", story.posted().machine(),
                        "shown", story.posted().shown()))
            .toList();
    return JSON.writeValueAsBytes(latest);
  }

  /// What the pages of a site need beside them, by path below the site's root. A path never gets
  /// other bytes.
  public Map<String, byte[]> assets(Masthead masthead) {
    return furniture(masthead).assets().files();
  }

  private Furniture furniture(Masthead masthead) {
    return furniture.computeIfAbsent(masthead, Furniture::of);
  }

  private static Utf8ByteOutput drawn(Consumer<HtmlTemplateOutput> template) {
    var bytes = new Utf8ByteOutput();
    TemplateOutput legible = new LegibleOutput(bytes);
    template.accept(new OwaspHtmlTemplateOutput(legible));
    return bytes;
  }
}
