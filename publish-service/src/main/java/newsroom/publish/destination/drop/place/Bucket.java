package newsroom.publish.destination.drop.place;

import static newsroom.publish.destination.outbound.SiteSettings.check;

import java.net.URI;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.SiteSettings;
import org.jspecify.annotations.Nullable;

/// A bucket of S3, or of a store that speaks as S3 does, and how it lets us in.
///
/// @param prefix before every name; empty, or ends in `/`
/// @param endpoint null for Amazon's own
/// @param pathStyle whether the bucket is in the path of an address, not in its host
/// @param login the access key and its secret
record Bucket(
    String name,
    String prefix,
    String region,
    @Nullable URI endpoint,
    boolean pathStyle,
    Server.Login login,
    Guard guard) {

  // what stores that know no regions take
  private static final String ANY_REGION = "us-east-1";

  /// The bucket.
  ///
  /// @throws IllegalArgumentException with a sentence that names the setting that is wrong
  static Bucket of(Map<String, String> settings, String to) {
    for (var key : List.of("key", "passphrase", "host-key", "known-hosts")) {
      check(!settings.containsKey(key), key + " belongs to SFTP, and to is " + to);
    }
    var parts = to.substring("s3://".length()).split("/", 2);
    check(
        parts[0].matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
        "to must be like s3://bucket/prefix, not " + to);
    var login = Places.login(settings);
    check(!login.user().isEmpty(), "user is missing: the access key");
    check(!login.password().isEmpty(), "password is missing: the secret of the access key");
    var endpoint = endpoint(settings);
    var region = settings.getOrDefault("region", endpoint == null ? "" : ANY_REGION);
    check(
        region.matches("[a-z0-9-]{3,40}"),
        region.isEmpty() ? "region is missing" : "region must be like eu-north-1, not " + region);
    return new Bucket(
        parts[0],
        parts.length < 2 ? "" : prefix(parts[1]),
        region,
        endpoint,
        new SiteSettings(settings).flag("path-style"),
        login,
        Places.guard(settings));
  }

  private static String prefix(String text) {
    var prefix = text.replaceAll("/+$", "");
    check(
        prefix.matches("([\\w=-][\\w.=-]*(/[\\w=-][\\w.=-]*)*)?"),
        "to must have a prefix of letters, digits, dots, dashes and slashes, not " + text);
    return prefix.isEmpty() ? "" : prefix + "/";
  }

  private static @Nullable URI endpoint(Map<String, String> settings) {
    var text = settings.getOrDefault("endpoint", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    check(
        text.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?"),
        "endpoint must be like https://s3.partner.example, not " + text);
    var endpoint = URI.create(text);
    var host = String.valueOf(endpoint.getHost());
    check(
        endpoint.getScheme().equals("https") || here(host),
        "endpoint must be https; http goes only to this machine");
    return endpoint;
  }

  private static boolean here(String host) {
    return host.matches("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  }

  /// Without who we are.
  @Override
  public String toString() {
    return "s3://" + name + "/" + prefix + (endpoint == null ? "" : " at " + endpoint.getHost());
  }
}
