package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads a list. A list within a list goes on in the outer one: readers get each item, at one
/// level.
final class ListReader {

  private final @Nullable String base;
  private final Pictures pictures;

  ListReader(@Nullable String base, Pictures pictures) {
    this.base = base;
    this.pictures = pictures;
  }

  List<Block> read(Element list, boolean ordered) {
    var items = new ArrayList<String>();
    var rest = new ArrayList<Block>();
    for (var node : list.childNodes()) {
      var item = new BlockWalk(base, pictures);
      if (node instanceof Element element && element.nameIs("li")) {
        item.children(element);
      } else {
        item.node(node);
      }
      items(item.blocks(), items, rest);
    }
    if (!items.isEmpty()) {
      rest.addFirst(new Block.Listing(ordered, List.copyOf(items)));
    }
    return rest;
  }

  private static void items(List<Block> blocks, List<String> items, List<Block> rest) {
    var own = new ArrayList<Block>();
    var nested = new ArrayList<String>();
    for (var block : blocks) {
      if (block instanceof Block.Listing(_, var more)) {
        nested.addAll(more);
      } else {
        own.add(block);
      }
    }
    var lines = Flat.lines(own, rest);
    if (!lines.isEmpty()) {
      items.add(String.join("<br>", lines));
    }
    items.addAll(nested);
  }
}
