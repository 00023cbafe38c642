package newsroom.publish.delivery;

import java.time.Instant;
import newsroom.publish.story.Mark;
import org.jspecify.annotations.Nullable;

/// The word that counts on a story, whatever the order in which its versions came.
///
/// @param killed the greatest of its kills; null when there was none
record Standing(Word word, @Nullable Kill killed) {

  /// Kills put together: the greatest version and the latest time of them.
  record Kill(long version, Instant created) {

    static Kill of(Mark mark) {
      return new Kill(mark.version(), mark.created());
    }

    Kill and(@Nullable Kill other) {
      return other == null
          ? this
          : new Kill(
              Math.max(version, other.version),
              created.isAfter(other.created) ? created : other.created);
    }

    /// Back comes only what its agency numbered no lower and made later: of what has no date nobody
    /// knows that.
    boolean leaves(Word word) {
      var mark = word.mark();
      return !word.undated() && mark.version() >= version && mark.created().isAfter(created);
    }
  }

  static Standing first(Word word) {
    return new Standing(word, word.kills() ? Kill.of(word.mark()) : null);
  }

  /// The standing after this word: the same object where the word changes nothing.
  Standing hear(Word heard) {
    if (heard.repeats(word)) {
      return this;
    }
    return heard.kills() ? killedBy(heard) : orNewer(heard);
  }

  private Standing killedBy(Word kill) {
    var all = Kill.of(kill.mark()).and(killed);
    boolean older =
        word.kills()
            ? kill.mark().compareTo(word.mark()) <= 0
            : all.equals(killed) || all.leaves(word);
    if (!older) {
      return new Standing(kill, all);
    }
    return all.equals(killed) ? this : new Standing(word, all);
  }

  private Standing orNewer(Word heard) {
    boolean back = killed == null || killed.leaves(heard);
    if (word.kills()) {
      return back ? new Standing(heard, killed) : this;
    }
    // what came back once goes on, also with versions that have no date
    boolean newer = (back || heard.undated()) && heard.mark().compareTo(word.mark()) > 0;
    return newer ? new Standing(heard, killed) : this;
  }
}
