package newsroom.ingest.channel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import newsroom.ingest.picture.Pictures;
import newsroom.ingest.wire.DeclaredCharset;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Makes wires of requests.
@Component
final class Arrivals {

  private static final String CHANNEL = "http";

  interface Use<A> {
    A of(Wire wire) throws DeskClosed;
  }

  private final Intake intake;
  private final Pictures pictures;
  private final HttpSettings settings;
  private final Clock clock;

  Arrivals(Intake intake, Pictures pictures, HttpSettings settings, Clock clock) {
    this.intake = intake;
    this.pictures = pictures;
    this.settings = settings;
    this.clock = clock;
  }

  /// Keeps the pictures first: a story must not name one that is not there.
  <A> A keeping(String agency, HttpServletRequest request, Use<A> use)
      throws IOException, DeskClosed {
    return intake.read(
        named(agency),
        request,
        body -> {
          var push = push(request, body);
          for (var picture : push.pictures()) {
            keep(picture.content());
          }
          return use.of(wire(agency, push));
        });
  }

  /// Keeps nothing.
  <A> A passing(String agency, HttpServletRequest request, Use<A> use)
      throws IOException, DeskClosed {
    return intake.read(named(agency), request, body -> use.of(wire(agency, push(request, body))));
  }

  private void keep(byte[] picture) throws DeskClosed {
    try {
      pictures.keep(picture);
    } catch (IOException e) {
      throw new DeskClosed("The pictures cannot be written: send this wire again.", e);
    }
  }

  private static String named(String agency) {
    if (!Wire.isAgency(agency)) {
      throw Refusal.because(
          HttpStatus.BAD_REQUEST,
          "No agency's name",
          "An agency's name has 1 to 32 small letters, digits and hyphens, and no hyphen first.");
    }
    return agency;
  }

  private Push push(HttpServletRequest request, byte[] body) {
    var push = Push.of(request.getContentType(), body);
    if (push.wire().content().length == 0) {
      throw Refusal.because(HttpStatus.BAD_REQUEST, "No wire", "The body of the request is empty.");
    }
    if (push.wire().content().length > settings.maxSize().toBytes()) {
      throw Refusal.tooLarge(settings.maxSize().toBytes());
    }
    for (var picture : push.pictures()) {
      if (picture.content().length > pictures.largest()) {
        throw Refusal.pictureTooLarge(picture.called(), pictures.largest());
      }
    }
    return push;
  }

  private Wire wire(String agency, Push push) {
    var wire =
        new Wire(
            agency,
            CHANNEL,
            push.wire().file(),
            DeclaredCharset.in(push.wire().type()),
            push.wire().content(),
            clock.instant());
    return push.pictures().isEmpty() ? wire : wire.enclosing(push.addresses(pictures));
  }
}
