package newsroom.publish.destination.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.ArrayList;
import java.util.List;

/// Signs posts, with each secret there is.
final class Signer {

  private final List<Webhook> keys = new ArrayList<>();

  Signer(List<String> secrets) {
    for (var secret : secrets) {
      try {
        keys.add(new Webhook(secret));
      } catch (EmptyWebhookSecretException e) {
        throw new IllegalArgumentException("secret is empty", e);
      }
    }
  }

  /// The value of `webhook-signature`.
  String sign(String id, long seconds, String body) {
    var signatures = new ArrayList<String>();
    for (var key : keys) {
      try {
        signatures.add(key.sign(id, seconds, body));
      } catch (WebhookSigningException e) {
        throw new IllegalStateException("cannot sign", e);
      }
    }
    return String.join(" ", signatures);
  }
}
