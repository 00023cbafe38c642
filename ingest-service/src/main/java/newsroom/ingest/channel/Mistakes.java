package newsroom.ingest.channel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with the sources of one channel, a sentence each, so that all of it is
/// said at one start.
public final class Mistakes {

  private final String setting;
  private final List<String> sentences = new ArrayList<>();
  private String source = "";

  /// None yet.
  ///
  /// @param setting the list that is looked at, as `newsroom.ingest.ftp`
  public Mistakes(String setting) {
    this.setting = setting;
  }

  /// What is said from now on is about this source.
  public Mistakes at(int index) {
    source = setting + "[" + index + "]";
    return this;
  }

  /// Looks at what every source has.
  public void source(
      @Nullable String agency, @Nullable URI address, Duration every, String... schemes) {
    unless(agency != null, "agency is missing");
    unless(
        agency == null || Wire.isAgency(agency),
        "“" + agency + "” is no agency's name: small letters, digits and hyphens, at most 32");
    unless(every.isPositive(), "every must be longer than nothing");
    address(address, schemes);
  }

  private void address(@Nullable URI address, String... schemes) {
    var expected = String.join(" or ", Arrays.stream(schemes).map(s -> s + "://…").toList());
    if (address == null) {
      unless(false, "address is missing: " + expected);
      return;
    }
    var scheme = String.valueOf(address.getScheme());
    unless(
        address.getHost() != null && Arrays.stream(schemes).anyMatch(scheme::equalsIgnoreCase),
        Addresses.shown(address) + " is no address of the form " + expected);
    unless(
        address.getRawUserInfo() == null,
        "user and password do not belong into the address; there are settings for them");
  }

  /// Notes the sentence unless the condition holds.
  public void unless(boolean condition, String sentence) {
    if (!condition) {
      sentences.add(source + ": " + sentence + ".");
    }
  }

  /// Refuses to start if there was any.
  public void refuse() {
    if (!sentences.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", sentences));
    }
  }
}
