package newsroom.publish.destination.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;

/// Posts each dispatch on its own, several at once.
final class WebhookDestination implements Destination {

  private static final Duration SLACK = Duration.ofSeconds(2);

  private final WebhookSettings settings;
  private final Envelope envelope;
  private final SignedPost post;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WebhookDestination(Clock clock, WebhookSettings settings, Envelope envelope, Post post) {
    this.settings = settings;
    this.envelope = envelope;
    this.post = new SignedPost(clock, settings.secrets(), post);
  }

  @Override
  public List<Transmission> carry(List<Dispatch> dispatches) {
    if (dispatches.size() == 1) {
      return List.of(carry(dispatches.getFirst()));
    }
    var transmissions = new ArrayList<Transmission>();
    // no more at once than the ledger gives in one batch
    for (int start = 0; start < dispatches.size(); start += settings.concurrency()) {
      var end = Math.min(dispatches.size(), start + settings.concurrency());
      var under =
          dispatches.subList(start, end).stream()
              .map(dispatch -> threads.submit(() -> carry(dispatch)))
              .toList();
      under.forEach(one -> transmissions.add(outcome(one)));
    }
    return transmissions;
  }

  private Transmission carry(Dispatch dispatch) {
    var body = envelope.of(dispatch);
    return post.send(id(dispatch, body), body);
  }

  /// One id means one body. What is linked may have changed between two attempts: a receiver that
  /// has the first, of which we did not hear, must not take the second for a repetition of it.
  private static String id(Dispatch dispatch, String body) {
    return dispatch.id() + "_" + Digest.of(body);
  }

  private static Transmission outcome(Future<Transmission> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return new Transmission.Deferred("the post failed: " + e.getCause(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Transmission.Deferred("this service is ending", null);
    }
  }

  @Override
  public int batch() {
    return settings.concurrency();
  }

  @Override
  public Duration deadline() {
    return Post.DEADLINE.plus(SLACK);
  }

  @Override
  public void close() {
    threads.shutdown();
    post.close();
  }
}
