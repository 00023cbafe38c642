package newsroom.local.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWiresTests {

  @TempDir Path folder;
  private final List<String> requests = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private int status = 202;
  private String answer =
      """
      {"stories": [{"uri": "urn:newsroom:story:1", "version": 2, "headline": "Ferry runs aground"}], "spiked": []}
      """;
  private HttpServer newsroom;

  @BeforeEach
  void open() throws IOException {
    newsroom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    newsroom.createContext(
        "/",
        exchange -> {
          requests.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(status, 0);
          exchange.getResponseBody().write(answer.getBytes(UTF_8));
          exchange.close();
        });
    newsroom.start();
  }

  @AfterEach
  void close() {
    newsroom.stop(0);
  }

  @Test
  void saysWhatBecameOfAWire() throws Exception {
    // When
    int code = run(wire("northwire/ferry.json").toString());
    // Then
    assertThat(code).isZero();
    assertThat(requests).containsExactly("/wires/northwire application/json null");
    assertThat(said.toString(UTF_8))
        .isEqualToIgnoringNewLines("northwire  v2  Ferry runs aground  (urn:newsroom:story:1)");
  }

  @Test
  void filesAFolderInTheOrderOfItsNamesWhicheverAgencyTheyAreOf() throws Exception {
    // Given
    wire("in/northwire/02-b.xml");
    wire("in/harborbureau/01-a.json");
    wire("in/README.md");
    // When
    run(folder.resolve("in").toString());
    // Then
    assertThat(requests)
        .containsExactly(
            "/wires/harborbureau application/json null", "/wires/northwire application/xml null");
  }

  @Test
  void letsTheCallerNameTheAgency() throws Exception {
    run(wire("ferry.json").toString(), "--agency", "islandpost");
    assertThat(requests).containsExactly("/wires/islandpost application/json null");
  }

  @Test
  void showsItsToken() throws Exception {
    FileWires.run(out(), "t0ken", wire("northwire/ferry.json").toString(), "--to", address());
    assertThat(requests).containsExactly("/wires/northwire application/json Bearer t0ken");
  }

  @Test
  void saysWhyAWireWasSetAside() throws Exception {
    // Given
    status = 422;
    answer =
        "{\"title\": \"Unreadable\", \"spiked\": [{\"id\": \"1\", \"reason\": \"no headline\"}]}";
    // When
    int code = run(wire("northwire/ferry.json").toString());
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("spiked").contains("no headline");
  }

  @Test
  void saysWhyAWireWasNotTaken() throws Exception {
    // Given
    status = 503;
    answer = "{\"title\": \"Service Unavailable\", \"detail\": \"Kafka does not answer\"}";
    // When
    int code = run(wire("northwire/ferry.json").toString());
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("Kafka does not answer").contains("later");
  }

  @Test
  void saysThatNoNewsroomIsOpen() throws Exception {
    int code =
        FileWires.run(
            out(), null, wire("northwire/ferry.json").toString(), "--data", folder.toString());
    assertThat(code).isEqualTo(2);
    assertThat(said.toString(UTF_8)).contains("no newsroom is open");
  }

  @Test
  void namesAFileThatIsNotThere() throws Exception {
    assertThat(run(folder.resolve("none.xml").toString())).isEqualTo(2);
    assertThat(said.toString(UTF_8)).contains("none.xml");
  }

  private int run(String... arguments) throws Exception {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--to", address()));
    return FileWires.run(out(), null, all.toArray(String[]::new));
  }

  private String address() {
    return "http://127.0.0.1:" + newsroom.getAddress().getPort();
  }

  private PrintStream out() {
    return new PrintStream(said, true, UTF_8);
  }

  private Path wire(String path) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }
}
