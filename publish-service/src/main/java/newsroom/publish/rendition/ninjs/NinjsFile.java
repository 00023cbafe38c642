package newsroom.publish.rendition.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// ninjs as a file of its own. Its pictures are addresses always: the standard has no place for a
/// file beside it.
public final class NinjsFile implements Rendition {

  private final Ninjs ninjs;
  private final NinjsVersion version;

  public NinjsFile(Ninjs ninjs, NinjsVersion version) {
    this.ninjs = ninjs;
    this.version = version;
  }

  /// One form for each version.
  @Configuration(proxyBeanMethods = false)
  static class Forms {

    @Bean
    NinjsFile ninjs3File(Ninjs ninjs) {
      return new NinjsFile(ninjs, NinjsVersion.THREE);
    }

    @Bean
    NinjsFile ninjs2File(Ninjs ninjs) {
      return new NinjsFile(ninjs, NinjsVersion.TWO);
    }

    @Bean
    NinjsFile ninjs1File(Ninjs ninjs) {
      return new NinjsFile(ninjs, NinjsVersion.ONE);
    }
  }

  @Override
  public String name() {
    return version.form();
  }

  @Override
  public String extension() {
    return version.extension();
  }

  @Override
  public byte[] show(Edition edition) {
    return ninjs.render(edition.page(), edition.masthead(), version).getBytes(UTF_8);
  }

  @Override
  public byte[] takeDown(Removal removal) {
    return Legible.text(ninjs.takeDown(removal, version)).getBytes(UTF_8);
  }
}
