package newsroom.publish.rendition.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.story.Block;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A story as it leaves for one receiver.
///
/// @param files names of files that lie beside this one, by picture
/// @param sequence the number of the file at its receiver
public record Edition(Page page, Masthead masthead, Map<String, String> files, long sequence) {

  /// A picture as a receiver can have it.
  ///
  /// @param href a file beside the text, or an address of the web
  public record Shot(Picture picture, String href, Picture.Rendition size) {}

  public Edition(Page page, Masthead masthead) {
    this(page, masthead, Map.of(), 1);
  }

  public Story story() {
    return page.story();
  }

  /// A version as standards have it, from 1.
  public long version() {
    return Math.max(1, story().mark().version());
  }

  /// The text, with the site's related links where the site shows them.
  public List<Block> body() {
    var body = new ArrayList<Block>();
    var blocks = story().body();
    for (int index = 0; index <= blocks.size(); index++) {
      if (index > 0) {
        promosAfter(index - 1, blocks.size() - 1, body);
      }
      if (index < blocks.size()) {
        body.add(blocks.get(index));
      }
    }
    return body;
  }

  private void promosAfter(int block, int last, List<Block> body) {
    for (var promo : page.promos()) {
      if (Math.clamp(promo.afterBlock(), 0, Math.max(0, last)) == block) {
        body.add(new Block.Promo(promo.label(), promo.headline(), promo.address().toString()));
      }
    }
  }

  /// Every picture that a receiver can have, the one that leads the story first.
  public List<Shot> shots() {
    var shots = new ArrayList<Shot>();
    for (var picture : story().pictures()) {
      var shot = shot(picture);
      if (shot != null && picture.id().equals(story().leadPicture())) {
        shots.addFirst(shot);
      } else if (shot != null) {
        shots.add(shot);
      }
    }
    return shots;
  }

  /// The picture with this id; null where a receiver cannot have it.
  public @Nullable Shot shot(String id) {
    return story().pictures().stream()
        .filter(picture -> picture.id().equals(id))
        .findFirst()
        .map(this::shot)
        .orElse(null);
  }

  /// Pictures that stand nowhere in the text, the one that leads the story first.
  public List<Shot> beside() {
    return shots().stream()
        .filter(shot -> !story().body().contains(new Block.Figure(shot.picture().id())))
        .toList();
  }

  private @Nullable Shot shot(Picture picture) {
    for (var size : picture.renditions()) {
      var href = WebAddress.of(size.href());
      if (href != null) {
        return new Shot(picture, files.getOrDefault(picture.id(), href), size);
      }
    }
    return null;
  }
}
