package newsroom.publish.rendition.newsmlg2;

import java.time.Instant;
import java.util.Locale;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Writes `itemMeta`: what the item is, which version, whether and when it may be used, and what
/// goes with it. The order of the elements is the standard's.
final class Management {

  private final Xml xml;
  private final Masthead masthead;

  Management(Xml xml, Masthead masthead) {
    this.xml = xml;
    this.masthead = masthead;
  }

  void show(Edition edition) {
    var story = edition.story();
    var life = story.lifecycle();
    opening(story.mark().created());
    time("firstCreated", life.firstCreated());
    time("embargoed", life.embargoedUntil());
    xml.empty("pubStatus", "qcode", "stat:" + life.status().name().toLowerCase(Locale.ROOT));
    xml.text("title", Inline.oneLine(story.headlines().headline()));
    note(life.correctionNote(), "nrnote:correction");
    note(life.edNote(), null);
    signal(life.change());
    time("expires", life.expires());
    links(edition);
    xml.close();
  }

  void takeDown(Removal removal) {
    opening(removal.created());
    xml.empty("pubStatus", "qcode", "stat:" + removal.status());
    xml.close();
  }

  private void opening(Instant created) {
    xml.open("itemMeta");
    xml.empty("itemClass", "qcode", "ninat:text");
    xml.open("provider", "uri", masthead.address().toASCIIString());
    xml.text("name", masthead.name());
    xml.close();
    xml.text("versionCreated", created.toString());
  }

  /// A receiver that sorts by signals must find each correction and each update marked as one.
  private void signal(Story.Change change) {
    switch (change) {
      case UPDATE -> xml.empty("signal", "qcode", "sig:update");
      case CORRECTION -> xml.empty("signal", "qcode", "sig:correction");
      case NEW, KILL -> {}
    }
  }

  private void note(@Nullable String text, @Nullable String role) {
    if (text != null && !text.isBlank()) {
      if (role == null) {
        xml.text("edNote", Inline.oneLine(text));
      } else {
        xml.text("edNote", Inline.oneLine(text), "role", role);
      }
    }
  }

  /// The stories that this one goes on from, its page, its pictures, its related stories.
  private void links(Edition edition) {
    for (var replaced : edition.story().origin().filing().replaces()) {
      xml.empty("link", "rel", "irel:evolvedFrom", "residref", replaced);
    }
    link(edition.page().address().toASCIIString(), "text/html", null);
    for (var shot : edition.shots()) {
      var type = shot.size().mimeType();
      link(
          shot.href(),
          type != null && type.matches("image/[\\w.+-]+") ? type : "image/*",
          shot.picture().caption());
    }
    for (var promo : edition.page().promos()) {
      link(promo.address().toASCIIString(), "text/html", promo.headline());
    }
  }

  private void link(String href, String type, @Nullable String title) {
    xml.open("link", "rel", "irel:seeAlso", "href", href, "contenttype", type);
    if (title != null && !title.isBlank()) {
      xml.text("title", Inline.oneLine(title));
    }
    xml.close();
  }

  private void time(String element, @Nullable Instant at) {
    if (at != null) {
      xml.text(element, at.toString());
    }
  }
}
