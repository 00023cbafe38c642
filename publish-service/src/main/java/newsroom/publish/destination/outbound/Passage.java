package newsroom.publish.destination.outbound;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;

/// The way to a site over HTTP: which addresses a destination may go to, and whose certificates it
/// believes. The same settings, in the same words, for every kind of destination that speaks HTTP.
///
/// @param loopback this machine is fine
/// @param inner private networks are fine
public record Passage(boolean loopback, boolean inner, Trust trust) {

  /// The settings that are read here.
  public static final Set<String> SETTINGS = Set.of(Trust.CA, "allow-loopback", "allow-private");

  /// As a site's file says it.
  ///
  /// @throws IllegalArgumentException with a sentence that names the setting that is wrong
  public static Passage of(Map<String, String> settings) {
    var read = new SiteSettings(settings);
    return new Passage(read.flag("allow-loopback"), read.flag("allow-private"), Trust.of(settings));
  }

  /// Looks at each address before it is connected to.
  public Guard guard() {
    return new Guard(SystemDefaultDnsResolver.INSTANCE, loopback, inner);
  }

  /// The address that the setting `url` gives.
  ///
  /// @throws IllegalArgumentException with a sentence that says what is wrong with it
  public URI url(String text) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException e) {
      // not repeated: it may have a password in it
      throw new IllegalArgumentException("url is no address as https://host.example/path");
    }
    boolean plain = "http".equals(url.getScheme()) && (loopback || inner);
    if (url.getHost() != null && !plain && !"https".equals(url.getScheme())) {
      throw new IllegalArgumentException(
          "url must be https; http goes only with allow-loopback or allow-private");
    }
    if (plain && trust.own()) {
      throw new IllegalArgumentException("ca says nothing of a url that is http");
    }
    return url;
  }

  /// Connections that end where an answer has more than 200 headers, or a line of more than 16 kB:
  /// without a limit one line without end would fill the memory.
  public static HttpConnectionFactory<ManagedHttpClientConnection> littleHeads() {
    var heads = Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16 * 1024).build();
    return ManagedHttpClientConnectionFactory.builder().http1Config(heads).build();
  }

  /// Connections that go this way only.
  public PoolingHttpClientConnectionManagerBuilder connections(int concurrency) {
    var builder =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard())
            .setConnectionFactory(littleHeads())
            .setMaxConnPerRoute(concurrency)
            .setMaxConnTotal(concurrency);
    if (trust.own()) {
      builder.setTlsSocketStrategy(
          (socket, target, port, attachment, context) ->
              new DefaultClientTlsStrategy(
                      trust.context(),
                      // with the rest of the certificate, and so before anything is said
                      HostnameVerificationPolicy.BOTH,
                      HttpsSupport.getDefaultHostnameVerifier())
                  .upgrade(socket, target, port, attachment, context));
    }
    return builder;
  }

  /// Why a site could not be asked, in words for an operator.
  public static String trouble(String host, Exception e) {
    var refusal = Trust.refusal(e);
    if (refusal != null) {
      return host + ": " + refusal;
    }
    return switch (e) {
      case UnknownHostException _ -> host + " has no address";
      case ConnectException _ -> host + " cannot be reached: " + e.getMessage();
      case InterruptedIOException _ -> host + " did not answer in time";
      case Trust.Unusable _ -> host + " is not called: " + e.getMessage();
      default -> host + " broke off: " + e;
    };
  }
}
