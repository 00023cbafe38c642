package newsroom.publish.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site behind TLS whose certificate a company's own authority has signed, for every kind of
/// destination that speaks HTTP.
public abstract class PrivateAuthorityContract {

  @TempDir protected Path folder;

  /// Of a site on this machine that speaks HTTP and takes everything.
  protected abstract int port();

  protected abstract Destination open(URI url, Map<String, String> more);

  private Transmission brought(TlsFront front, Map<String, String> more) {
    try (var destination = open(front.url(), more)) {
      return destination.carry(List.of(Pages.show(1, 1))).getFirst();
    }
  }

  private static void refused(Transmission said, String sentence) {
    assertThat(((Transmission.Deferred) said).reason()).startsWith("127.0.0.1").contains(sentence);
  }

  @Test
  void aSiteOfOurOwnAuthorityIsTrustedOnceItsFileIsNamed() throws Exception {
    // Given
    var keys = new Authority(folder).server("ip:127.0.0.1");
    try (var front = new TlsFront(keys, port())) {
      // When
      var unknown = brought(front, Map.of());
      int let = front.let();
      var known = brought(front, Map.of("ca", keys.ca().toString()));

      // Then
      refused(unknown, "signed by nobody who is trusted here");
      assertThat(let).isZero();
      assertThat(known).isInstanceOf(Transmission.Accepted.class);
    }
  }

  @Test
  void anotherAuthorityIsNotAndNeitherIsACertificateOfAnotherHost() throws Exception {
    // Given
    var authority = new Authority(folder);
    var other = authority.server("ip:127.0.0.1");
    var elsewhere = authority.server("dns:elsewhere.test");
    try (var front = new TlsFront(authority.server("ip:127.0.0.1"), port());
        var wrong = new TlsFront(elsewhere, port())) {
      // Then
      refused(brought(front, Map.of("ca", other.ca().toString())), "signed by nobody");
      refused(brought(wrong, Map.of("ca", elsewhere.ca().toString())), "is not for this host");
      assertThat(front.let() + wrong.let()).isZero();
    }
  }

  @Test
  void anotherFileInItsPlaceCountsFromTheNextConnection() throws Exception {
    // Given
    var authority = new Authority(folder);
    var keys = authority.server("ip:127.0.0.1");
    var file = folder.resolve("trusted.pem");
    Files.copy(authority.server("ip:127.0.0.1").ca(), file);
    try (var front = new TlsFront(keys, port());
        var destination = open(front.url(), Map.of("ca", file.toString()))) {
      refused(destination.carry(List.of(Pages.show(1, 1))).getFirst(), "signed by nobody");

      // When
      Files.delete(file);
      var without = destination.carry(List.of(Pages.show(1, 1))).getFirst();
      Files.copy(keys.ca(), file, StandardCopyOption.REPLACE_EXISTING);
      var with = destination.carry(List.of(Pages.show(1, 1))).getFirst();

      // Then
      refused(without, "is not called: ca " + file + " cannot be read");
      assertThat(with).isInstanceOf(Transmission.Accepted.class);
    }
  }

  @Test
  void aFileThatIsNoneEndsTheStartWithASentence() throws Exception {
    // Given
    var url = URI.create("https://127.0.0.1:1/");
    var empty = Files.writeString(folder.resolve("empty.pem"), "");
    var missing = folder.resolve("missing.pem");

    // Then
    assertThatThrownBy(() -> open(url, Map.of("ca", missing.toString())))
        .hasMessage("ca " + missing + " cannot be read");
    assertThatThrownBy(() -> open(url, Map.of("ca", empty.toString())))
        .hasMessage("ca " + empty + " is no file of certificates (PEM)");
  }

  @Test
  void anAuthorityWithoutTlsEndsTheStartWithASentence() throws Exception {
    var ca = Map.of("ca", new Authority(folder).server("ip:127.0.0.1").ca().toString());
    assertThatThrownBy(() -> open(URI.create("http://127.0.0.1:1/"), ca))
        .hasMessage("ca says nothing of a url that is http");
  }
}
