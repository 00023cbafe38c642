package newsroom.publish.destination.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.SiteSettings;
import newsroom.publish.destination.outbound.Trust;
import org.jspecify.annotations.Nullable;

/// What a site's file says of a webhook.
///
/// @param url where to post
/// @param secrets the key to sign with, and while it is being changed the one before
/// @param concurrency how many posts are under way at once
record WebhookSettings(URI url, List<String> secrets, int concurrency, Passage passage) {

  private static final Set<String> KNOWN =
      Set.of(
          "url",
          "secret",
          "previous-secret",
          "concurrency",
          "ninjs",
          "payload",
          Trust.CA,
          "allow-loopback",
          "allow-private");

  static WebhookSettings from(Map<String, String> settings) {
    var _ = SiteSettings.of(settings, "a webhook", KNOWN);
    var passage = Passage.of(settings);
    var url = url(settings.get("url"), passage);
    return new WebhookSettings(url, secrets(settings), concurrency(settings), passage);
  }

  private static URI url(@Nullable String text, Passage passage) {
    if (text == null) {
      throw new IllegalArgumentException("url is missing");
    }
    var url = passage.url(text);
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      // not repeated: it may have a password in it
      throw new IllegalArgumentException(
          "url must be like https://partner.example/hook, without a user and without a #");
    }
    return url;
  }

  /// Whether the body goes without the story.
  static boolean isThin(Map<String, String> settings) {
    var payload = settings.getOrDefault("payload", "full");
    return switch (payload) {
      case "thin" -> true;
      case "full" -> false;
      default -> throw new IllegalArgumentException("payload must be full or thin, not " + payload);
    };
  }

  /// Never repeats a secret, not even a wrong one.
  private static List<String> secrets(Map<String, String> settings) {
    var secrets = new ArrayList<String>();
    for (var key : List.of("secret", "previous-secret")) {
      var secret = settings.get(key);
      if (secret != null) {
        secrets.add(checked(key, secret));
      } else if (key.equals("secret")) {
        throw new IllegalArgumentException(
            "secret is missing: whsec_ and 24 to 64 bytes in Base64");
      }
    }
    return List.copyOf(secrets);
  }

  private static String checked(String key, String secret) {
    try {
      int length = Base64.getDecoder().decode(secret.substring("whsec_".length())).length;
      if (secret.startsWith("whsec_") && length >= 24 && length <= 64) {
        return secret;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // said below, without the secret that the exception may hold
    }
    throw new IllegalArgumentException(key + " must be whsec_ and 24 to 64 bytes in Base64");
  }

  private static int concurrency(Map<String, String> settings) {
    var text = settings.getOrDefault("concurrency", "16");
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= 256) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("concurrency must be a number from 1 to 256, not " + text);
  }

  /// Without the secrets.
  @Override
  public String toString() {
    return "webhook to " + url.getHost();
  }
}
