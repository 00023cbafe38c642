package newsroom.ingest.spike;

import java.io.IOException;
import java.util.List;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The spike over HTTP: list, look, fetch the bytes, try again, throw away.
@RestController
@RequestMapping("/spike")
final class SpikeController {

  private static final int MOST = 1000;

  private final Spike spike;
  private final Retries retries;

  SpikeController(Spike spike, Retries retries) {
    this.spike = spike;
    this.retries = retries;
  }

  @GetMapping
  List<SpikedWire> list(
      SpikeFilter filter,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "100") int limit)
      throws IOException {
    return spike.list(filter, Math.max(0, skip), Math.clamp(limit, 1, MOST));
  }

  @GetMapping("/{id}")
  SpikedWire about(@PathVariable String id) throws IOException {
    return spike.find(id).orElseThrow(() -> nothing(id));
  }

  /// An agency's bytes may be anything, also a page with a script: never shown, only saved.
  @GetMapping("/{id}/wire")
  ResponseEntity<byte[]> bytes(@PathVariable String id) throws IOException {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(id + ".wire").build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(wire(id).bytes());
  }

  @PostMapping("/{id}/retry")
  ResponseEntity<?> retry(@PathVariable String id) throws IOException, DeskClosed {
    var receipt = retries.one(id).orElseThrow(() -> nothing(id));
    var stays = Retries.stays(id, receipt);
    return stays.isPresent()
        ? ResponseEntity.unprocessableContent().body(unread(stays.get()))
        : ResponseEntity.ok(receipt);
  }

  /// All that match, after a reader or a profile has been mended.
  @PostMapping("/retry")
  Retries.Count retryAll(SpikeFilter filter) throws IOException, DeskClosed {
    return retries.all(filter);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) throws IOException {
    if (!spike.remove(id)) {
      throw nothing(id);
    }
  }

  private Wire wire(String id) throws IOException {
    return spike.wire(id).orElseThrow(() -> nothing(id));
  }

  private static ProblemDetail unread(Receipt.Spiked spiked) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, spiked.reason());
    problem.setTitle("Still unreadable");
    problem.setProperty("spiked", List.of(spiked));
    return problem;
  }

  private static ErrorResponseException nothing(String id) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "There is no wire " + id + " on the spike.");
    problem.setTitle("Not on the spike");
    return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
  }
}
