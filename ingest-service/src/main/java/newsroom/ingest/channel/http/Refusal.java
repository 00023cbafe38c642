package newsroom.ingest.channel.http;

import java.util.List;
import newsroom.ingest.wire.Receipt;
import org.springframework.http.HttpHeaders;
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

  static ErrorResponseException pictureTooLarge(String called, long limit) {
    return because(
        HttpStatus.CONTENT_TOO_LARGE,
        "Too large",
        "A picture may have " + limit + " bytes; “" + called + "” has more.");
  }

  static ErrorResponseException tooSlow() {
    return because(
        HttpStatus.REQUEST_TIMEOUT, "Too slow", "The body did not come in time: send it again.");
  }

  static ErrorResponseException notPacked() {
    return because(
        HttpStatus.BAD_REQUEST,
        "Not packed",
        "The body is said to be packed with gzip and cannot be unpacked; it may be cut off.");
  }

  static ErrorResponseException unknownEncoding() {
    var refusal =
        because(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unknown encoding",
            "A body may be packed with gzip, or not at all.");
    refusal.getHeaders().add(HttpHeaders.ACCEPT_ENCODING, "gzip");
    return refusal;
  }

  static ErrorResponseException brokenParts(String why) {
    return because(
        HttpStatus.BAD_REQUEST, "Broken parts", "The body cannot be taken apart: " + why + ".");
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
