package newsroom.local;

import java.io.IOException;

/// Another program listens where this newsroom wants to. The message is a sentence for the one who
/// starts it.
public final class PortTaken extends IOException {

  PortTaken(Port port, int number) {
    super(
        "port %d (%s) is taken by another program: stop it, or start with --port-base N to use others"
            .formatted(number, port.word()));
  }
}
