package newsroom.publish.destination.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Transmission;

/// Posts a body, signed as Standard Webhooks says it, within the destination's deadline and to no
/// address that only this house can reach.
public final class SignedPost implements AutoCloseable {

  private final Clock clock;
  private final Signer signer;
  private final Post post;

  SignedPost(Clock clock, List<String> secrets, Post post) {
    this.clock = clock;
    this.signer = new Signer(secrets);
    this.post = post;
  }

  /// Posts to where the settings say, which are those of the destination.
  ///
  /// @throws IllegalArgumentException a sentence without secrets
  public static SignedPost of(Map<String, String> settings, Clock clock) {
    var read = WebhookSettings.from(settings);
    return new SignedPost(clock, read.secrets(), new Post(clock, read));
  }

  /// Sends one body.
  ///
  /// @param id the same on every attempt
  public Transmission send(String id, String body) {
    long seconds = clock.instant().getEpochSecond();
    return post.send(new Post.Letter(id, seconds, signer.sign(id, seconds, body), body));
  }

  @Override
  public void close() {
    post.close();
  }
}
