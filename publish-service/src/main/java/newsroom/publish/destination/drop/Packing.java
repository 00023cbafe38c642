package newsroom.publish.destination.drop;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.drop.FileNames.Facts;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Makes the files of a dispatch.
///
/// @param renditions in the order of the site's file
record Packing(
    DropSettings settings, Masthead masthead, List<Rendition> renditions, PictureDesk pictures) {

  private static final int MOST_PICTURES = 4;

  /// A story waits no longer than this for its pictures, and for the one in hand.
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /// What distinguishes this word on a story from others. New related links are no news for who
  /// does not get them.
  String word(Dispatch dispatch) {
    var mark = dispatch.mark();
    return switch (dispatch) {
      case Dispatch.Show _ ->
          "v%d %s%s"
              .formatted(
                  mark.version(), mark.created(), settings.related() ? " r" + mark.revision() : "");
      case Dispatch.TakeDown down ->
          "%s v%d %s"
              .formatted(down.killed() ? "killed" : "withheld", mark.version(), mark.created());
    };
  }

  /// The slug of the files; empty where nothing of the story is known.
  String slug(Dispatch dispatch) {
    return dispatch instanceof Dispatch.Show show ? FileNames.slug(show.page().story()) : "";
  }

  Parcel pack(Dispatch dispatch, Journal.Dropped dropped) {
    return switch (dispatch) {
      case Dispatch.Show show -> show(show, dropped);
      case Dispatch.TakeDown down -> takeDown(down, dropped);
    };
  }

  private Parcel show(Dispatch.Show show, Journal.Dropped dropped) {
    var parcel = new Parcel();
    var page = leaving(show.page());
    var status = page.story().lifecycle().status().name().toLowerCase(Locale.ROOT);
    var facts = facts(show, dropped, status);
    var files =
        settings.pictures() ? pictures(page.story(), facts, parcel) : Map.<String, String>of();
    var edition = new Edition(page, masthead, files, dropped.sequence());
    for (var rendition : renditions) {
      parcel.add(name(facts, rendition.extension()), rendition.show(edition));
    }
    return parcel;
  }

  private Parcel takeDown(Dispatch.TakeDown down, Journal.Dropped dropped) {
    var parcel = new Parcel();
    var removal =
        new Removal(
            down.uri(),
            down.mark(),
            down.address(),
            down.at(),
            down.killed(),
            masthead,
            dropped.sequence());
    var facts = facts(down, dropped, removal.status());
    for (var rendition : renditions) {
      parcel.add(name(facts, rendition.extension()), rendition.takeDown(removal));
    }
    return parcel;
  }

  private String name(Facts facts, String extension) {
    return settings.names().name(facts, extension);
  }

  private static Facts facts(Dispatch dispatch, Journal.Dropped dropped, String status) {
    var slug = dropped.slug().isEmpty() ? "story" : dropped.slug();
    var mark = dispatch.mark();
    return new Facts(
        dropped.sequence(), slug, mark.version(), mark.revision(), dispatch.uri(), status);
  }

  /// Fetches what can be had and says under which name it lies.
  private Map<String, String> pictures(Story story, Facts facts, Parcel parcel) {
    var names = new HashMap<String, String>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (var picture : story.pictures()) {
      boolean wanted = names.size() < MOST_PICTURES && System.nanoTime() < end;
      var print = wanted ? fetch(picture) : null;
      if (print != null) {
        int number = names.size() + 1;
        // not the text's own ending with a number before it: receivers match on endings
        var plain = name(facts, "picture-" + number + "." + print.extension());
        parcel.add(plain, print.content().array());
        names.put(picture.id(), plain);
      }
    }
    return names;
  }

  private PictureDesk.@Nullable Print fetch(Picture picture) {
    for (var size : picture.renditions()) {
      var address = WebAddress.of(size.href());
      if (address != null) {
        return pictures.fetch(address);
      }
    }
    return null;
  }

  /// The page without what this receiver is not to have.
  private Page leaving(Page page) {
    var story = page.story();
    return new Page(
        settings.notes() ? story : withoutNote(story),
        page.address(),
        page.section(),
        page.posted(),
        page.updated(),
        settings.related() ? page.promos() : List.of());
  }

  private static Story withoutNote(Story story) {
    var life = story.lifecycle();
    var quiet =
        new Story.Lifecycle(
            life.status(),
            life.change(),
            life.firstCreated(),
            life.embargoedUntil(),
            life.expires(),
            life.urgency(),
            life.correctionNote(),
            null);
    return new Story(
        story.uri(),
        story.mark(),
        quiet,
        story.headlines(),
        story.subjects(),
        story.rights(),
        story.pictures(),
        story.leadPicture(),
        story.body(),
        story.related(),
        story.origin(),
        story.readingSeconds());
  }
}
