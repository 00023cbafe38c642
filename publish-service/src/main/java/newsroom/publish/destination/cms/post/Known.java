package newsroom.publish.destination.cms.post;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a story's post at a site. The columns of `V3__wordpress.sql` and `R__ghost.sql`
/// say what each means.
///
/// @param post what the site calls it
/// @param picture that leads it, as the site names it
public record Known(
    @Nullable String post,
    @Nullable String path,
    @Nullable String link,
    @Nullable Written written,
    @Nullable Trying trying,
    @Nullable String picture,
    boolean down) {

  static final Known NOTHING = new Known(null, null, null, null, null, null, false);

  /// The text that the site came back with, and what had been sent for it.
  public record Written(String hash, String sent) {}

  /// A write of which nobody knows yet what became of it.
  ///
  /// @param words of the text that was being written; [#DOWN] where the post was being taken down
  public record Trying(String sent, String words, Instant at) {

    static final String DOWN = "down";

    static Trying down(Instant at) {
      return new Trying("", DOWN, at);
    }

    public boolean down() {
      return words.equals(DOWN);
    }

    /// Whether the site may still be at it.
    public boolean underWay(Instant now, Duration stillAtIt) {
      return !down() && now.isBefore(at.plus(stillAtIt));
    }
  }

  Known trying(@Nullable Trying now) {
    return new Known(post, path, link, written, now, picture, down);
  }

  Known numbered(@Nullable String number) {
    return new Known(number, path, link, written, trying, picture, down);
  }

  /// Where a post says what was being written when nothing more was heard, that is ours.
  Known seen(Article there) {
    if (trying == null || trying.down() || !trying.words().equals(there.words())) {
      return this;
    }
    var ours = new Written(there.hash(), trying.sent());
    return new Known(post, path, link, ours, trying, picture, down);
  }

  /// It was taken down, by the newsroom or by an editor.
  Known gone(@Nullable String number, boolean byUs) {
    return new Known(number, path, link, written, null, picture, byUs);
  }

  /// Whether the newsroom took it down, as far as anybody knows.
  public boolean takenByUs() {
    return down || (trying != null && trying.down());
  }

  /// Whether this text is what was sent last, or was being sent when nothing more was heard.
  ///
  /// @param same whether the site has its words
  public boolean sent(Article article, boolean same) {
    boolean lost = trying != null && article.hash().equals(trying.sent());
    return written == null
        ? same && (trying == null || lost)
        : written.sent().equals(article.hash()) || (same && lost);
  }
}
