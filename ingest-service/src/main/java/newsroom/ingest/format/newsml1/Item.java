package newsroom.ingest.format.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.newsml1.NewsMl1.Envelope;
import newsroom.ingest.format.newsml1.Part.Kind;
import newsroom.ingest.format.nitf.NitfText;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads one news item.
final class Item {

  private final Element item;
  private final Envelope envelope;
  private final Identifier identifier;
  private final Parts parts;
  private final Lines lines;
  private final Described described;
  private final Pictures pictures = new Pictures();
  private final List<Block> body = new ArrayList<>();
  private @Nullable NitfText nitf;

  Item(Element item, Envelope envelope, TopicNames topics) throws Unreadable {
    this.item = item;
    this.envelope = envelope;
    this.identifier = Identifier.of(item);
    this.parts = new Parts(item);
    this.lines = new Lines(parts.around(), parts.language());
    this.described = new Described(parts.around(), topics, parts.language());
  }

  Copy copy() throws Unreadable {
    var renditions = new Renditions(parts, pictures).read();
    for (var part : parts.texts()) {
      renditions.resolve(part.content());
      var content = DataContent.of(part, pictures);
      nitf = nitf == null ? content.nitf() : nitf;
      body.addAll(content.body());
    }
    moving();
    var management = new Management(item, envelope, identifier);
    var lifecycle = management.lifecycle(lines.notes());
    var headlines = headlines();
    if (lifecycle.status() == Status.USABLE) {
      refuseWhatIsNoStory(headlines);
    }
    var handling =
        new Copy.Handling(
            type(),
            null,
            management.signals(described.audiences()),
            management.replaces(),
            identifier.written());
    return new Assembled(
            envelope.origin(),
            identifier.guid(),
            lifecycle,
            handling,
            described.subjects(lines.keywords()),
            lines.rights(),
            new Assembled.Content(headlines, pictures.all(), renditions.lead(), List.copyOf(body)))
        .copy();
  }

  private Copy.Headlines headlines() {
    return new Copy.Headlines(
        Objects.requireNonNullElse(
            Plain.first(
                lines.line("HeadLine"),
                text(parts.headlines()),
                nitf == null ? null : nitf.headline()),
            ""),
        Plain.first(
            text(parts.summaries()),
            nitf == null ? null : nitf.summary(),
            lines.line("SubHeadLine")),
        Plain.first(lines.line("SlugLine"), Tree.text(item, "Identification", "NameLabel")),
        Plain.first(lines.line("ByLine"), nitf == null ? null : nitf.byline()),
        Plain.first(lines.line("DateLine"), nitf == null ? null : nitf.dateline()),
        described.genre(),
        parts.language());
  }

  private @Nullable String text(List<Part> of) {
    return of.stream()
        .map(part -> Blocks.beginning(DataContent.of(part, new Pictures()).body(), 2_000))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Films and sounds stay where they are; the story has their addresses.
  private void moving() {
    Stream.of(Kind.VIDEO, Kind.AUDIO)
        .flatMap(kind -> parts.ofKind(kind).stream())
        .map(part -> Addresses.web(part.content().attr("Href"), null))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(address -> body.add(new Block.Embed(address, lines.line("HeadLine"))));
  }

  /// Text where there is any, else what the first part is.
  private @Nullable String type() {
    if (!parts.texts().isEmpty()) {
      return "text";
    }
    return Stream.of(Kind.VIDEO, Kind.AUDIO, Kind.PICTURE)
        .filter(kind -> !parts.ofKind(kind).isEmpty())
        .findFirst()
        .map(kind -> kind == Kind.VIDEO ? "video" : kind == Kind.AUDIO ? "audio" : "picture")
        .orElse(null);
  }

  private void refuseWhatIsNoStory(Copy.Headlines headlines) throws Unreadable {
    if (!body.isEmpty() || !pictures.all().isEmpty()) {
      return;
    }
    if (Tree.child(item, "Update") != null) {
      throw refused("holds only changes to an earlier revision; that is no story of its own");
    }
    if (Tree.child(item, "TopicSet") != null) {
      throw refused("is a set of topics, which is no story of its own");
    }
    if (!Tree.all(parts.outermost(), "NewsItemRef").isEmpty()) {
      throw refused("is a package that only refers to other items, which is no story of its own");
    }
    if (headlines.headline().isEmpty() && headlines.summary() == null) {
      throw refused("has neither headline nor text");
    }
  }

  private Unreadable refused(String what) {
    return new Unreadable("the news item '" + identifier.guid() + "' " + what);
  }
}
