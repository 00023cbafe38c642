package newsroom.ingest.channel.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import newsroom.ingest.FakeDesk;
import newsroom.ingest.Http;
import newsroom.ingest.HttpRooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Wires that come packed, or with their pictures.
class PushTests {

  private static final String WIRES = "/wires/wireone";
  private static final String PNG = "\u0089PNG\r\n\u001a\nharbour";
  private static final String JPG = "\u00ff\u00d8\u00ff\u00e0ferry";

  @TempDir static Path folder;

  private static ConfigurableApplicationContext rooms;
  private static Http http;
  private static final FakeDesk desk = new FakeDesk();
  private int before;

  @BeforeAll
  static void start() {
    rooms =
        HttpRooms.start(
            desk,
            "--newsroom.ingest.http.max-size=64KB",
            "--newsroom.ingest.http.max-push=256KB",
            "--newsroom.ingest.pictures.max-size=64KB",
            "--newsroom.ingest.pictures.folder=" + folder.resolve("pictures"));
    http = HttpRooms.http(rooms);
  }

  @AfterAll
  static void stop() {
    rooms.close();
  }

  @BeforeEach
  void count() {
    before = desk.asked();
  }

  @Test
  void aPackedBodyIsUnpacked() throws IOException {
    // When
    var answer =
        http.post(WIRES, packed("Bridge opens".getBytes(UTF_8)), "Content-Encoding", "gzip");

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(desk.taken().getLast().bytes()).asString(UTF_8).isEqualTo("Bridge opens");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    // When
    var answer = http.post(WIRES, packed(new byte[1024 * 1024]), "Content-Encoding", "gzip");

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(desk.asked()).isEqualTo(before);
  }

  @Test
  void whatIsNotPackedAsItSaysIsRefused() throws IOException {
    var half = Arrays.copyOf(packed(new byte[10_000]), 20);
    assertThat(http.post(WIRES, half, "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
    assertThat(http.post(WIRES, "Bridge", "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
    var other = http.post(WIRES, "Bridge", "Content-Encoding", "br");
    assertThat(other.statusCode()).isEqualTo(415);
    assertThat(other.headers().firstValue("Accept-Encoding")).contains("gzip");
    assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(desk.asked()).isEqualTo(before);
  }

  @Test
  void picturesComeWithTheirWire() {
    // When
    var answer =
        push(
            part("name=\"story\"; filename=\"harbour.xml\"", "text/xml; charset=x", "Bridge opens"),
            part("name=\"a\"; filename=\"harbour.png\"", "image/png", PNG),
            part("name=\"b\"; filename=\"C:\\\\out\\\\ferry.jpg\"", "text/plain", JPG));

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    var wire = desk.taken().getLast();
    assertThat(wire.bytes()).asString(UTF_8).isEqualTo("Bridge opens");
    assertThat(wire.name()).isEqualTo("harbour.xml");
    assertThat(wire.charset()).isEqualTo("x");
    assertThat(wire.enclosed())
        .containsOnlyKeys("harbour.png", "cid:harbour.png", "ferry.jpg", "cid:ferry.jpg");
  }

  @Test
  void aPictureIsShownToEveryoneAndNeverChanges() {
    // Given
    push(part("name=\"wire\"", "text/xml", "Bridge"), part("filename=x.png", "image/png", PNG));
    var address = String.valueOf(desk.taken().getLast().enclosed().get("x.png"));

    // When
    var shown = http.get(address.replaceFirst("http://127.0.0.1:\\d+", ""));

    // Then
    assertThat(address).endsWith(".png");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.headers().firstValue("Content-Length"))
        .contains(String.valueOf(PNG.getBytes(ISO_8859_1).length));
    for (var name : new String[] {"..%2Fspike", "x.png", "0".repeat(64) + ".png"}) {
      assertThat(http.get("/pictures/" + name).statusCode()).as(name).isIn(400, 404);
    }
  }

  @Test
  void theSamePictureIsKeptOnce() throws IOException {
    // When
    for (var name : new String[] {"one.jpg", "two.jpg"}) {
      push(part("name=wire", "a/b", "Bridge"), part("filename=" + name, "a/b", JPG + "once"));
    }

    // Then
    var addresses =
        desk.taken().reversed().stream().limit(2).flatMap(w -> w.enclosed().values().stream());
    assertThat(addresses.distinct()).hasSize(1);
    try (var files = Files.list(folder.resolve("pictures"))) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
    }
  }

  @Test
  void whatIsNoPictureIsRefusedByName() {
    // When
    var answer =
        push(
            part("name=\"wire\"", "text/xml", "Bridge opens"),
            part("name=\"a\"; filename=\"harbour.png\"", "image/png", "<svg onload='x()'/>"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("harbour.png");
    assertThat(desk.asked()).isEqualTo(before);
  }

  @Test
  void thereIsOneWireAtATime() {
    assertThat(push(part("filename=x.png", "image/png", PNG)).statusCode()).isEqualTo(400);
    assertThat(push(part("name=a", "a/b", "one"), part("name=b", "a/b", "two")).body())
        .contains("One wire at a time", "a, b");
    assertThat(push(part("name=wire", "a/b", "")).statusCode()).isEqualTo(400);
    assertThat(push(part("name=wire", "a/b", "x".repeat(70_000))).statusCode()).isEqualTo(413);
    assertThat(
            push(part("name=wire", "a/b", "x"), part("name=p", "a/b", PNG + "x".repeat(70_000)))
                .statusCode())
        .isEqualTo(413);
    assertThat(desk.asked()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsCutOffIsRefused() {
    var whole = "--xx\r\nContent-Disposition: form-data; name=wire\r\n\r\nBridge\r\n--xx--\r\n";
    for (int length = 60; length < whole.length() - 6; length++) {
      assertThat(
              http.post(
                      WIRES,
                      whole.substring(0, length),
                      "Content-Type",
                      "multipart/form-data; boundary=xx")
                  .statusCode())
          .as("of %d bytes", length)
          .isEqualTo(400);
    }
    assertThat(desk.asked()).isEqualTo(before);
  }

  @Test
  void lookingKeepsNothing() {
    // When
    var answer =
        http.post(
            WIRES + "/read",
            body(part("name=wire", "a/b", "Bridge"), part("filename=y.png", "a/b", PNG + "look")),
            "Content-Type",
            "multipart/form-data; boundary=xx");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-ndjson");
    assertThat(answer.body()).startsWith("{\"headline\":").endsWith("}\n");
    assertThat(desk.asked()).isEqualTo(before);
    assertThat(http.post("/wires/Not-one/read", "Bridge").statusCode()).isEqualTo(400);
    assertThat(http.post(WIRES + "/read", new byte[65 * 1024]).statusCode()).isEqualTo(413);
  }

  private static HttpResponse<String> push(String... parts) {
    return http.post(WIRES, body(parts), "Content-Type", "multipart/form-data; boundary=\"xx\"");
  }

  private static byte[] body(String... parts) {
    return (String.join("", parts) + "--xx--\r\n").getBytes(ISO_8859_1);
  }

  private static String part(String disposition, String type, String content) {
    return "--xx\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n"
        .formatted(disposition, type, content);
  }

  private static byte[] packed(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(content);
    }
    return bytes.toByteArray();
  }
}
