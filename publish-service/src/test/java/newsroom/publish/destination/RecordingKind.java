package newsroom.publish.destination;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// Destinations that write down what they are given and answer as the test says.
public final class RecordingKind implements DestinationKind {

  public final Map<String, Recording> opened = new ConcurrentHashMap<>();

  @Override
  public String kind() {
    return "recording";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var recording = new Recording(shelf);
    opened.put(name, recording);
    return recording;
  }

  /// One of them.
  public static final class Recording implements Destination {

    public final List<Dispatch> carried = new CopyOnWriteArrayList<>();
    public final Map<String, Dispatch.Show> shown = new ConcurrentHashMap<>();
    public final Shelf shelf;
    public volatile Function<Dispatch, Transmission> answer = Recording::accept;

    Recording(Shelf shelf) {
      this.shelf = shelf;
    }

    /// What is shown of a story.
    public Dispatch.Show show(String uri) {
      return Objects.requireNonNull(shown.get(uri), "not shown");
    }

    public Page page(String uri) {
      return show(uri).page();
    }

    /// Takes everything.
    public static Transmission accept(Dispatch dispatch) {
      return switch (dispatch) {
        case Dispatch.Show show -> new Transmission.Accepted(show.page().address(), "remote");
        case Dispatch.TakeDown _ -> new Transmission.Accepted(null, null);
      };
    }

    @Override
    public List<Transmission> carry(List<Dispatch> dispatches) {
      carried.addAll(dispatches);
      var said = dispatches.stream().map(answer).toList();
      for (int i = 0; i < said.size(); i++) {
        if (said.get(i) instanceof Transmission.Accepted) {
          switch (dispatches.get(i)) {
            case Dispatch.Show show -> shown.put(show.uri(), show);
            case Dispatch.TakeDown down -> shown.remove(down.uri());
          }
        }
      }
      return said;
    }

    @Override
    public int batch() {
      return 500;
    }

    @Override
    public Duration deadline() {
      return Duration.ofSeconds(20);
    }
  }
}
