package newsroom.ingest.channel.http;

import java.util.List;
import newsroom.ingest.wire.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Why a wire is not accepted, said in problem+json.
final class Refusal {

  private Refusal() {}

  static ErrorResponseException because(HttpStatus status, String title, String sentence) {
    var problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setTitle(title);
    return new ErrorResponseException(status, problem, null);
  }

  static ErrorResponseException tooLarge(long limit) {
    return because(
        HttpStatus.CONTENT_TOO_LARGE,
        "Too large",
        "A wire may have " + limit + " bytes; this one has more.");
  }

  /// The wire is kept all the same: on the spike, from where it can be tried again.
  static ErrorResponseException unreadable(String wire, List<Receipt.Spiked> spiked) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, spiked.getFirst().reason());
    problem.setTitle("Unreadable, kept on the spike");
    problem.setProperty("wire", wire);
    problem.setProperty("spiked", spiked);
    return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
  }
}
