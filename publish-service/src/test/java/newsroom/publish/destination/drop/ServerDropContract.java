package newsroom.publish.destination.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What drops on servers keep besides.
abstract class ServerDropContract extends DropContract {

  private final int port = freePort();
  private Peer peer;

  abstract Peer start(int port) throws Exception;

  abstract Map<String, String> credentials();

  @BeforeEach
  void startPeer() throws Exception {
    peer = start(port);
  }

  @AfterEach
  void killPeer() {
    peer.close();
  }

  @Override
  Map<String, String> place() {
    return with(peer.address());
  }

  @Override
  Map<String, String> lost() {
    return with(peer.address().replaceFirst(":\\d+/", ":1/"));
  }

  private Map<String, String> with(String address) {
    var settings = new HashMap<>(credentials());
    settings.put("to", address);
    return settings;
  }

  @Test
  void aWrongPasswordWaitsWithASentence() {
    // Given
    var settings = new HashMap<>(place());
    settings.put("password", "wrong");

    // When
    var outcomes = open(settings).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(outcomes)
        .singleElement()
        .satisfies(it -> assertThat(((Transmission.Deferred) it).reason()).contains("127.0.0.1"));
    assertThat(names()).isEmpty();
  }

  @Test
  void aServerOnAnInnerAddressIsRefusedUnlessAllowed() {
    assertThat(open(place(), "allow-loopback", "false").carry(List.of(Pages.show(1, 1))))
        .singleElement()
        .isInstanceOf(Transmission.Refused.class);
  }

  /// The server dies over and over while stories are on their way, and comes back.
  @Test
  void aServerThatDiesHalfWayHasEachVersionOnceAndNoneHalfWritten() throws Exception {
    // Given
    var waiting = new ArrayList<Dispatch>();
    for (int number = 1; number <= 30; number++) {
      waiting.add(Pages.show(number, 1));
    }
    var destination = working();
    int kills = 0;

    // When
    while (!waiting.isEmpty()) {
      var batch = List.copyOf(waiting.subList(0, Math.min(10, waiting.size())));
      var killer =
          kills++ < 6 ? Thread.ofVirtual().start(() -> whenMoreThan(names().size() + 3)) : null;
      var outcomes = destination.carry(batch);
      for (int i = 0; i < batch.size(); i++) {
        if (outcomes.get(i) instanceof Transmission.Accepted) {
          waiting.remove(batch.get(i));
        }
      }
      if (killer != null) {
        killer.interrupt();
        killer.join();
        peer.close();
        peer = start(port);
      }
    }

    // Then
    var whole = names().stream().filter(name -> !name.startsWith(".")).toList();
    assertThat(whole).hasSize(60).doesNotHaveDuplicates();
    for (int number = 1; number <= 30; number++) {
      var begin = "%08d-".formatted(number);
      assertThat(whole.stream().filter(name -> name.startsWith(begin))).hasSize(2);
    }
    for (var name : whole) {
      var text = Files.readString(out().resolve(name));
      assertThat(text)
          .matches(
              name.endsWith(".txt")
                  ? "(?s).*urn:newsroom:story:\\w{32}\n"
                  : "(?s).*</newsItem>\\s*");
    }
    assertThat(names()).noneMatch(name -> name.startsWith("."));
  }

  private void whenMoreThan(int files) {
    while (names().size() < files && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    peer.close();
  }
}
