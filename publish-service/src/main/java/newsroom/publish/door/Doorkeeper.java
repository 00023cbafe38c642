package newsroom.publish.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Lets in who shows the token. Without one the service answers its own machine only, and no page
/// of another site that a browser on that machine has open.
@Component
@EnableConfigurationProperties(DoorSettings.class)
final class Doorkeeper extends OncePerRequestFilter {

  private static final String BEARER = "bearer ";
  private static final String OTHERS =
      "Without a token only programs of this machine are answered, by a name of its own as localhost,"
          + " and no page of another site. Set NEWSROOM_TOKEN for all others.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PUBLIC =
      Pattern.compile("/actuator/[a-z]+(/[a-z]+)?|/openapi\\.yaml");

  private final DoorSettings settings;
  private final JsonMapper json;
  private final Set<String> names;

  Doorkeeper(DoorSettings settings, ServerProperties server, JsonMapper json) {
    var address = server.getAddress();
    if (!settings.hasToken() && (address == null || !address.isLoopbackAddress())) {
      throw new InvalidConfigurationPropertyValueException(
          "newsroom.publish.token",
          "",
          "The address "
              + (address == null ? "of every interface" : address.getHostAddress())
              + " is open to other machines, so callers need a token: set NEWSROOM_TOKEN,"
              + " or NEWSROOM_ADDRESS to 127.0.0.1.");
    }
    this.settings = settings;
    this.json = json;
    this.names = new HashSet<>(LOOPBACK);
    if (address != null) {
      names.add(address.getHostAddress());
    }
  }

  /// Health, metrics and the document of this interface say nothing about copy; all else may show
  /// what is not out yet. An address that could mean another one once it is decoded is not
  /// believed.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return PUBLIC.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (settings.hasToken() && !shows(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      refuse(response, HttpStatus.UNAUTHORIZED, "Show the token: Authorization: Bearer <token>.");
    } else if (!settings.hasToken() && !isOfThisMachine(request)) {
      refuse(response, HttpStatus.FORBIDDEN, OTHERS);
    } else {
      chain.doFilter(request, response);
    }
  }

  /// Takes the same time however much of it is right.
  private boolean shows(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return false;
    }
    var shown = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(shown, settings.token().strip().getBytes(StandardCharsets.UTF_8));
  }

  /// Browsers name the page that asks; other programs send no Origin. A name of another site may
  /// lead here too (DNS rebinding), and to a browser its pages are then of this service: so this
  /// machine must be asked for by a name of its own.
  private boolean isOfThisMachine(HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    var host = request.getHeader(HttpHeaders.HOST);
    return host == null
        || ((origin == null || origin.endsWith("://" + host))
            && names.contains(host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT)));
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(status, sentence);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
