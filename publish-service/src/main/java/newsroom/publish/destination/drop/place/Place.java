package newsroom.publish.destination.drop.place;

import java.io.IOException;

/// A folder that files are dropped into.
public interface Place {

  /// Goes there.
  ///
  /// @throws Barred when it is no place to go to
  /// @throws IOException with a sentence, when it cannot be reached now
  Visit open() throws IOException;

  /// As an operator knows it, without secrets.
  @Override
  String toString();

  /// A stay at a place. Closing it ends whatever is under way, from any thread.
  interface Visit extends AutoCloseable {

    /// Says which word on which story the files that follow are of. A place where nothing may be
    /// replaced tells by it what it has already from what is another's.
    default void about(String word) {}

    /// Writes a file whole; one of the same name is gone then.
    void write(String name, byte[] bytes) throws IOException;

    /// Gives a file another name in one step; one that has that name already is replaced.
    void rename(String name, String newName) throws IOException;

    @Override
    void close();
  }

  /// A place where nothing is to be brought for now or for ever.
  final class Barred extends IOException {
    private static final long serialVersionUID = 1L;

    public Barred(String sentence) {
      super(sentence);
    }
  }
}
