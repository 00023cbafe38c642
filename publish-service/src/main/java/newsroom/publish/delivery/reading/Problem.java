package newsroom.publish.delivery.reading;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Errors as callers are told them: a sentence, as problem+json.
public final class Problem {

  private Problem() {}

  /// There is no such thing.
  public static ErrorResponseException missing(String sentence) {
    return problem(HttpStatus.NOT_FOUND, sentence);
  }

  /// The question makes no sense.
  public static ErrorResponseException senseless(String sentence) {
    return problem(HttpStatus.BAD_REQUEST, sentence);
  }

  /// It cannot be done as things are.
  public static ErrorResponseException impossible(String sentence) {
    return problem(HttpStatus.CONFLICT, sentence);
  }

  private static ErrorResponseException problem(HttpStatus status, String sentence) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, sentence), null);
  }
}
