package newsroom.publish.delivery.reading;

import java.util.List;
import java.util.Locale;
import newsroom.publish.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers where stories are, and why not.
@RestController
class Inquiries {

  private static final int MOST = 1_000;

  private final Accounts accounts;

  Inquiries(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/stories/{uri}")
  Accounts.StoryAccount story(@PathVariable String uri) {
    return accounts
        .story(uri)
        .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "no story " + uri + " has come"));
  }

  @GetMapping("/deliveries")
  List<Accounts.DeliveryAccount> deliveries(
      @RequestParam @Nullable String site,
      @RequestParam @Nullable String state,
      @RequestParam(defaultValue = "100") int limit) {
    return accounts.deliveries(
        site, state == null ? null : state(state), Math.clamp(limit, 1, MOST));
  }

  private static DeliveryState state(String word) {
    try {
      return DeliveryState.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      var known = List.of(DeliveryState.values());
      throw problem(HttpStatus.BAD_REQUEST, "there is no state " + word + "; there are " + known);
    }
  }

  private static ErrorResponseException problem(HttpStatus status, String sentence) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, sentence), null);
  }
}
