package newsroom.ingest.channel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import newsroom.ingest.wire.DeclaredCharset;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /wires/{agency}`: the body is the wire, whatever its content type says.
@RestController
final class WireController {

  private static final String CHANNEL = "http";

  private final Desk desk;
  private final Intake intake;
  private final Clock clock;

  WireController(Desk desk, Intake intake, Clock clock) {
    this.desk = desk;
    this.intake = intake;
    this.clock = clock;
  }

  /// What became of the wire.
  ///
  /// @param wire SHA-256 of its bytes, hex
  record Answer(String wire, List<Receipt.Filed> stories, List<Receipt.Spiked> spiked) {}

  @PostMapping("/wires/{agency}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answer take(@PathVariable String agency, HttpServletRequest request)
      throws IOException, DeskClosed {
    if (!Wire.isAgency(agency)) {
      throw Refusal.because(
          HttpStatus.BAD_REQUEST,
          "No agency's name",
          "An agency's name has 1 to 32 small letters, digits and hyphens, and no hyphen first.");
    }
    return intake.read(request, body -> answer(wire(agency, request, body)));
  }

  private Answer answer(Wire wire) throws DeskClosed {
    var receipt = desk.take(wire);
    if (receipt.stories().isEmpty()) {
      throw Refusal.unreadable(wire.sha256(), receipt.spiked());
    }
    return new Answer(wire.sha256(), receipt.stories(), receipt.spiked());
  }

  private Wire wire(String agency, HttpServletRequest request, byte[] body) {
    if (body.length == 0) {
      throw Refusal.because(HttpStatus.BAD_REQUEST, "No wire", "The body of the request is empty.");
    }
    return new Wire(
        agency, CHANNEL, null, DeclaredCharset.in(request.getContentType()), body, clock.instant());
  }
}
