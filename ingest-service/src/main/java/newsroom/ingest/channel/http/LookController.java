package newsroom.ingest.channel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Look;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `POST /wires/{agency}/read`: what the desk would make of the wire. Answers JSON Lines, as
/// `newsroom read` prints them; nothing is filed and nothing kept.
@RestController
final class LookController {

  private static final String JSON_LINES = "application/x-ndjson;charset=UTF-8";

  private final Look look;
  private final Arrivals arrivals;
  private final JsonMapper json;

  LookController(Look look, Arrivals arrivals, JsonMapper json) {
    this.look = look;
    this.arrivals = arrivals;
    this.json = json;
  }

  @PostMapping(path = "/wires/{agency}/read", produces = JSON_LINES)
  String read(@PathVariable String agency, HttpServletRequest request)
      throws IOException, DeskClosed {
    var entries = arrivals.passing(agency, request, look::at);
    return entries.stream()
        .map(json::writeValueAsString)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
