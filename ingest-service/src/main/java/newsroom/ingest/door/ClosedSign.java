package newsroom.ingest.door;

import newsroom.ingest.wire.DeskClosed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says over HTTP that the desk is closed, and when to come again.
@RestControllerAdvice
final class ClosedSign {

  private static final String SECONDS = "5";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> closed(DeskClosed closed) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, closed.getMessage());
    problem.setTitle("The desk is closed");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SECONDS)
        .body(problem);
  }
}
