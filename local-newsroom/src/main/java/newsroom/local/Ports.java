package newsroom.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// The ports of one newsroom, all on loopback.
public record Ports(Map<Port, Integer> numbers) {

  private static final int MOST = 65_535;
  private static final int LEAST_DRAWN = 20_000;
  private static final int MOST_DRAWN = 32_000;

  /// Fixed ones: with 8080, ingest listens on 8081 and the first site on 8091.
  public static Ports above(int base) {
    if (base < 1024 || Port.DATABASE.above(base) > MOST) {
      throw new IllegalArgumentException(
          "the port base must lie between 1024 and 65500, not at " + base);
    }
    return of(port -> port.above(base));
  }

  /// Ports that nobody uses when they are first drawn. They are remembered in the file and stay,
  /// taken or not: stories are live at addresses with these numbers, and what holds one of them now
  /// may be what a killed newsroom left behind.
  public static Ports free(Path file) throws IOException {
    if (Files.exists(file)) {
      return read(file);
    }
    var drawn = draw();
    drawn.write(file);
    return drawn;
  }

  public int of(Port port) {
    return numbers.getOrDefault(port, 0);
  }

  /// @throws PortTaken with a sentence for the one who wants to start a newsroom
  void requireFree() throws PortTaken {
    for (var port : Port.values()) {
      if (!isFree(of(port))) {
        throw new PortTaken(port, of(port));
      }
    }
  }

  private static Ports of(ToIntFunction<Port> number) {
    return new Ports(
        Arrays.stream(Port.values())
            .collect(
                Collectors.toMap(
                    port -> port,
                    number::applyAsInt,
                    (one, other) -> one,
                    () -> new EnumMap<>(Port.class))));
  }

  private static Ports draw() throws IOException {
    // all are held until all are drawn: a port that was let go could be drawn again
    var sockets = new ArrayDeque<ServerSocket>();
    try {
      var numbers = new EnumMap<Port, Integer>(Port.class);
      for (var port : Port.values()) {
        sockets.push(bindAny());
        numbers.put(port, sockets.element().getLocalPort());
      }
      return new Ports(numbers);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  /// Below the range from which systems give ports to outgoing connections: one from there could be
  /// taken between two runs, or between drawing it and listening on it.
  private static ServerSocket bindAny() throws IOException {
    for (int tries = 0; tries < 1_000; tries++) {
      int number = ThreadLocalRandom.current().nextInt(LEAST_DRAWN, MOST_DRAWN);
      if (isFree(number)) {
        return bind(number);
      }
    }
    throw new IOException("no port between %d and %d is free".formatted(LEAST_DRAWN, MOST_DRAWN));
  }

  private static boolean isFree(int number) {
    try (var socket = bind(number)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bind(int number) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Ports read(Path file) throws IOException {
    var properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return of(port -> Integer.parseInt(properties.getProperty(port.word(), "-1")));
  }

  private void write(Path file) throws IOException {
    var properties = new Properties();
    numbers.forEach((port, number) -> properties.setProperty(port.word(), number.toString()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, "ports of this newsroom");
    }
  }
}
