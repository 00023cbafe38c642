package newsroom.ingest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Lets in who shows the token, and an agency to its own wires by its own token. Without one the
/// service answers its own machine only, and no page of another site that a browser on that machine
/// has open.
@Component
final class Doorkeeper extends OncePerRequestFilter {

  private static final String BEARER = "bearer ";
  private static final String OTHERS =
      "Without a token only programs of this machine are answered, by a name of its own as localhost,"
          + " and no page of another site. Set NEWSROOM_TOKEN for all others.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PUBLIC =
      Pattern.compile("/actuator/[a-z]+(/[a-z]+)?|/pictures/[0-9a-f]{64}\\.[a-z]{3,4}");
  private static final Pattern WIRES = Pattern.compile("/wires/([^/]+)(/read)?/?");

  private final DoorSettings settings;
  private final JsonMapper json;
  private final Set<String> names;

  Doorkeeper(DoorSettings settings, ServerProperties server, JsonMapper json) {
    var address = server.getAddress();
    if (!settings.hasToken() && (address == null || !address.isLoopbackAddress())) {
      throw new InvalidConfigurationPropertyValueException(
          "newsroom.ingest.token",
          "",
          "The address "
              + (address == null ? "of every interface" : address.getHostAddress())
              + " is open to other machines, so callers need a token: set NEWSROOM_TOKEN,"
              + " or NEWSROOM_ADDRESS to 127.0.0.1.");
    }
    settings.tokens().forEach(Doorkeeper::requireSound);
    this.settings = settings;
    this.json = json;
    this.names = new HashSet<>(LOOPBACK);
    if (address != null) {
      names.add(address.getHostAddress());
    }
  }

  private static void requireSound(String agency, String token) {
    var name = "newsroom.ingest.tokens." + agency;
    if (!Wire.isAgency(agency)) {
      throw new InvalidConfigurationPropertyValueException(
          name, "", "“" + agency + "” is no agency's name: small letters, digits and hyphens.");
    }
    if (token.isBlank()) {
      throw new InvalidConfigurationPropertyValueException(
          name, "", "The token of " + agency + " is empty: anyone could file as this agency.");
    }
  }

  /// Health and metrics say nothing about copy, and nobody guesses the address of a picture that is
  /// not out yet; all else may show what is not out yet. An address
  /// that could mean another one once it is decoded is not believed.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return PUBLIC.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var needed = tokensFor(request.getServletPath());
    if (!needed.isEmpty() && !shows(request.getHeader(HttpHeaders.AUTHORIZATION), needed)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      refuse(response, HttpStatus.UNAUTHORIZED, "Show the token: Authorization: Bearer <token>.");
    } else if (needed.isEmpty() && !isOfThisMachine(request)) {
      refuse(response, HttpStatus.FORBIDDEN, OTHERS);
    } else {
      chain.doFilter(request, response);
    }
  }

  /// Any of these opens the door; none is needed where there are none. The path is the decoded one,
  /// by which the request will be answered: another spelling of an agency's name is that agency.
  private List<String> tokensFor(String path) {
    var needed = new ArrayList<String>();
    if (settings.hasToken()) {
      needed.add(settings.token());
    }
    var wires = WIRES.matcher(path);
    if (wires.matches()) {
      var own = settings.tokens().get(wires.group(1));
      if (own != null) {
        needed.add(own);
      }
    }
    return needed;
  }

  private static boolean shows(@Nullable String authorization, List<String> needed) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return false;
    }
    var shown = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
    var opens = false;
    for (var token : needed) {
      // takes the same time however much of it is right
      opens |= MessageDigest.isEqual(shown, token.strip().getBytes(StandardCharsets.UTF_8));
    }
    return opens;
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
