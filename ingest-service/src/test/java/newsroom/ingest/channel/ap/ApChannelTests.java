package newsroom.ingest.channel.ap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.PolledContract;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApChannelTests extends PolledContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ApServerPeer peer = new ApServerPeer();
  private final Map<String, String> special = new HashMap<>();

  @Override
  protected void startServer() throws Exception {
    peer.start();
  }

  @Override
  protected void killServer() {
    peer.kill();
  }

  @Override
  protected Sources channelOf() {
    var at = "newsroom.ingest.ap-media[0].";
    var keys = new HashMap<String, String>();
    keys.put(at + "agency", "wireone");
    keys.put(at + "address", peer.at("/feed"));
    keys.put(at + "key", "hush");
    keys.put(at + "every", "100ms");
    special.forEach((key, value) -> keys.put(at + key, value));
    return new ApFeeds(settings(ApSettings.class, keys), common(), JSON, desk, Clock.systemUTC());
  }

  @Override
  protected String channel() {
    return "ap-media";
  }

  @Override
  protected void bring(List<byte[]> wires) {
    wires.forEach(wire -> peer.texts.add(new String(wire, StandardCharsets.ISO_8859_1)));
  }

  /// The cursor on the disk names the page after that many.
  @Override
  protected boolean acknowledged(int wires) {
    return cursor().endsWith("from=" + wires);
  }

  private String cursor() {
    try (var files = Files.list(state.resolve("ap-media"))) {
      for (var file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
        return JSON.readTree(Files.readAllBytes(file)).path("nextPage").stringValue();
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  protected void assertIs(Wire taken, byte[] brought) {
    assertThat(text(taken)).isEqualTo(new String(brought, StandardCharsets.ISO_8859_1));
  }

  private static JsonNode json(Wire wire) {
    return JSON.readTree(wire.bytes());
  }

  private static String text(Wire wire) {
    return json(wire).at("/data/item/renditions/nitf/content").stringValue();
  }

  private void bringTexts(String... texts) {
    peer.texts.addAll(List.of(texts));
  }

  @Test
  void eachItemIsAWireOfItsOwnAndAllPagesAreFollowed() {
    bringTexts("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(12));
    assertThat(desk.taken()).extracting(ApChannelTests::text).hasSize(12).contains("a", "l");
    var first = desk.taken().getFirst();
    assertThat(first.name()).isEqualTo("item-0");
    assertThat(json(first).path("api_version").stringValue()).isEqualTo("1.1");
  }

  @Test
  void aTextThatComesLateIsWaitedForAndTheOthersAreNot() {
    // Given
    peer.broken.put("/text/1", 500);
    bringTexts("a", "b", "c");

    // When
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() == 2);
    peer.broken.clear();

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(3));
    assertThat(desk.taken()).extracting(ApChannelTests::text).containsExactly("a", "c", "b");
  }

  @Test
  void anItemWhoseTextNeverComesGoesOnWithoutAfterThreeTries() {
    peer.broken.put("/text/0", 500);
    bringTexts("a", "b");
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(2));
    assertThat(desk.taken()).hasSize(2);
    assertThat(peer.asked).filteredOn("/text/0"::equals).hasSize(3);
    assertThat(json(desk.taken().getLast()).at("/data/item/renditions/nitf").has("content"))
        .isFalse();
  }

  @Test
  void aKillWaitsForNoText() {
    // Given
    peer.broken.put("/text/0", 500);
    peer.broken.put("/text/1", 500);

    // When
    bringTexts("a", ApServerPeer.KILL, "c");
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(3));

    // Then
    assertThat(desk.taken().getFirst().name()).isEqualTo("item-1");
    assertThat(peer.asked).doesNotContain("/text/1");
  }

  @Test
  void whereNobodyAnswersNoOtherTextIsAskedForInThatRound() {
    // Given
    peer.broken.put("/text/0", ApServerPeer.SILENT);
    bringTexts("a", "b");

    // When
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(2));
    assertThat(peer.asked.indexOf("/text/1")).isGreaterThan(peer.asked.lastIndexOf("/text/0"));
    assertThat(desk.taken()).hasSize(2);
  }

  @Test
  void aPageThatIsNoLongerKnownMakesItBeginAnew() {
    bringTexts("a");
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(1));
    peer.broken.put("/feed?from=1", 404);
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() > 1);
    assertThat(desk.taken().getLast().sha256()).isEqualTo(desk.taken().getFirst().sha256());
  }

  @Test
  void aNextPageElsewhereIsNotAskedAndTheKeyStaysHere() throws Exception {
    // Given
    var other = new ApServerPeer();
    other.start();

    // When
    peer.nextPage = other.at("/feed?from=1");
    bringTexts("a");
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 1);

    // Then
    assertThat(other.asked).isEmpty();
    assertThat(cursor()).doesNotContain(other.at("/"));
    other.kill();
  }

  @Test
  void aBusyServerIsLeftAlone() {
    peer.broken.put("/feed", 429);
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("later") > 0);
    peer.broken.clear();
    bringTexts("a");
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(1));
  }

  @Test
  void aWrongKeyIsSaid() {
    special.put("key", "wrong");
    rounds.stop();
    startChannel();
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    assertThat(desk.asked()).isZero();
  }
}
