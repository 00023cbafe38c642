package newsroom.ingest.channel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /wires/{agency}`: the body is the wire, whatever its content type says, or its parts are
/// the wire and its pictures.
@RestController
final class WireController {

  private final Desk desk;
  private final Arrivals arrivals;

  WireController(Desk desk, Arrivals arrivals) {
    this.desk = desk;
    this.arrivals = arrivals;
  }

  /// What became of the wire.
  ///
  /// @param wire SHA-256 of its bytes, hex
  record Answer(String wire, List<Receipt.Filed> stories, List<Receipt.Spiked> spiked) {}

  @PostMapping("/wires/{agency}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answer take(@PathVariable String agency, HttpServletRequest request)
      throws IOException, DeskClosed {
    return arrivals.keeping(agency, request, this::answer);
  }

  private Answer answer(Wire wire) throws DeskClosed {
    var receipt = desk.take(wire);
    // a feed that has no story now is neither drafted nor spiked: it is taken
    if (receipt.stories().isEmpty() && !receipt.spiked().isEmpty()) {
      throw Refusal.unreadable(wire.sha256(), receipt.spiked());
    }
    return new Answer(wire.sha256(), receipt.stories(), receipt.spiked());
  }
}
