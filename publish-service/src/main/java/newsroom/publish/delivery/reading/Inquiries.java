package newsroom.publish.delivery.reading;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import newsroom.publish.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Answers where stories are, and why not.
@RestController
class Inquiries {

  private static final int MOST = 1_000;

  private final Accounts accounts;
  private final Listing listing;
  private final Finding finding;
  private final SiteAccounts sites;

  Inquiries(Accounts accounts, Listing listing, Finding finding, SiteAccounts sites) {
    this.accounts = accounts;
    this.listing = listing;
    this.finding = finding;
    this.sites = sites;
  }

  @GetMapping("/sites")
  List<SiteAccounts.SiteAccount> sites() {
    return sites.all();
  }

  @GetMapping("/stories/{uri}")
  Accounts.StoryAccount story(@PathVariable String uri) {
    return accounts.story(uri).orElseThrow(() -> Problem.missing("no story " + uri + " has come"));
  }

  @GetMapping("/stories")
  List<Finding.Found> stories(
      @RequestParam @Nullable String guid,
      @RequestParam @Nullable String url,
      @RequestParam @Nullable String headline,
      @RequestParam(defaultValue = "20") int limit) {
    if (Stream.of(guid, url, headline).filter(it -> it != null && !it.isBlank()).count() != 1) {
      throw Problem.senseless("ask by one of guid, url and headline");
    }
    int most = Math.clamp(limit, 1, MOST);
    if (guid != null && !guid.isBlank()) {
      return finding.byGuid(guid, most);
    }
    return url != null && !url.isBlank()
        ? finding.byAddress(url, most)
        : finding.byHeadline(String.valueOf(headline), most);
  }

  /// Where the list goes on stands in the header `Link`.
  @GetMapping("/deliveries")
  ResponseEntity<List<DeliveryAccount>> deliveries(
      @RequestParam @Nullable String site,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable Instant since,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam @Nullable String after) {
    var asked =
        new Listing.Asked(
            site, state == null ? null : state(state), since, Math.clamp(limit, 1, MOST));
    var part = listing.list(asked, after);
    // one that went from the file may have deliveries
    if (site != null && part.deliveries().isEmpty() && !sites.knows(site)) {
      throw Problem.missing("there is no site " + site + "; there are " + sites.names());
    }
    var answer = ResponseEntity.ok();
    if (part.next() != null) {
      var next =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("after", part.next())
              .build()
              .toUri();
      answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return answer.body(part.deliveries());
  }

  private static DeliveryState state(String word) {
    try {
      return DeliveryState.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      var known = List.of(DeliveryState.values());
      throw Problem.senseless("there is no state " + word + "; there are " + known);
    }
  }
}
