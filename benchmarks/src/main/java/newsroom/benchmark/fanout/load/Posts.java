package newsroom.benchmark.fanout.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Posts as publish made them, to be made again: headers, signatures and bodies.
final class Posts {

  /// How many stories are kept.
  static final int STORIES = 64;

  private final Map<Long, Map<Integer, Letterbox.Letter>> kept = new ConcurrentHashMap<>();

  /// Keeps a post of one of the first stories.
  void keep(int site, long number, Letterbox.Letter letter) {
    if (number < STORIES) {
      kept.computeIfAbsent(number, _ -> new ConcurrentHashMap<>()).put(site, letter);
    }
  }

  void write(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (var story : new TreeMap<>(kept).values()) {
        out.writeInt(story.size());
        for (var letter : new TreeMap<>(story).values()) {
          out.writeUTF(letter.head());
          out.writeInt(letter.body().length);
          out.write(letter.body());
        }
      }
      out.writeInt(0);
    }
  }

  /// One list of posts for each story, one post for each site.
  static List<List<Letterbox.Letter>> read(Path file) throws IOException {
    var stories = new ArrayList<List<Letterbox.Letter>>();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (var sites = in.readInt(); sites > 0; sites = in.readInt()) {
        var story = new ArrayList<Letterbox.Letter>();
        for (var site = 0; site < sites; site++) {
          story.add(new Letterbox.Letter(in.readUTF(), in.readNBytes(in.readInt())));
        }
        stories.add(story);
      }
    }
    return stories;
  }
}
