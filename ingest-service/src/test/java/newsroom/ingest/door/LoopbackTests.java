package newsroom.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/// Whom the service answers on its own machine, where nobody needs a token.
class LoopbackTests {

  private static int status(String host, @Nullable String origin)
      throws ServletException, IOException {
    var server = new ServerProperties();
    server.setAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    var door = new Doorkeeper(new DoorSettings("", Map.of()), server, JsonMapper.shared());
    var request = new MockHttpServletRequest("POST", "/wires/wireone");
    request.setServletPath("/wires/wireone");
    request.addHeader("Host", host);
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    var response = new MockHttpServletResponse();
    door.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8081,",
    "localhost:8081,",
    "LOCALHOST,",
    "'[::1]:8081',",
    "localhost:8081, http://localhost:8081",
  })
  void programsOfThisMachineAreAnswered(String host, @Nullable String origin) throws Exception {
    assertThat(status(host, origin)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8081, https://elsewhere.example",
    "localhost:8081, null",
    // a name that somebody has led here (DNS rebinding)
    "elsewhere.example:8081, http://elsewhere.example:8081",
    "elsewhere.example:8081,",
    "localhost.elsewhere.example,",
    "127.0.0.1.elsewhere.example:8081,",
  })
  void noPageOfAnotherSiteIs(String host, @Nullable String origin) throws Exception {
    assertThat(status(host, origin)).isEqualTo(403);
  }
}
