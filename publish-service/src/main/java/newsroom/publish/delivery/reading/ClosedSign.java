package newsroom.publish.delivery.reading;

import newsroom.publish.broker.Migration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says over HTTP that the ledger cannot be asked now, and when to come again.
@RestControllerAdvice
class ClosedSign {

  private static final Logger log = LoggerFactory.getLogger(ClosedSign.class);
  private static final String SECONDS = "5";

  private final Migration ledger;

  ClosedSign(Migration ledger) {
    this.ledger = ledger;
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> closed(RuntimeException e) {
    log.atDebug().setCause(e).log("the ledger did not answer");
    var sentence =
        ledger.done()
            ? "the ledger does not answer; nothing was changed"
            : "the ledger is not there yet; health says what is waited for";
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, sentence);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SECONDS)
        .body(problem);
  }
}
