package newsroom.publish.rendition.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import org.springframework.stereotype.Component;

/// ninjs as a file of its own. Its pictures are addresses always: the standard has no place for a
/// file beside it.
@Component
class NinjsFile implements Rendition {

  private final Ninjs ninjs;

  NinjsFile(Ninjs ninjs) {
    this.ninjs = ninjs;
  }

  @Override
  public String name() {
    return "ninjs";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public byte[] show(Edition edition) {
    return ninjs.render(edition.page(), edition.masthead()).getBytes(UTF_8);
  }

  @Override
  public byte[] takeDown(Removal removal) {
    return Legible.text(ninjs.takeDown(removal)).getBytes(UTF_8);
  }
}
